/// The operator of a ``UnaryOperation``.
@frozen
public enum UnaryOperator: UInt16, Sendable, Hashable, CaseIterable {
  case not
  case negate
  case plus
  case invert
}
