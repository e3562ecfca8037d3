/// The value that a ``SingletonPattern`` matches.
@frozen
public enum SingletonPatternValue: UInt16, Sendable, Hashable, CaseIterable {
  case none
  case `true`
  case `false`
}
