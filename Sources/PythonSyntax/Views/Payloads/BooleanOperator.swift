/// The operator of a ``BooleanOperation``.
@frozen
public enum BooleanOperator: UInt16, Sendable, Hashable, CaseIterable {
  case and
  case or
}
