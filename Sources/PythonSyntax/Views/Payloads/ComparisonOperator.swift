/// An operator of a ``Comparison``.
@frozen
public enum ComparisonOperator: UInt16, Sendable, Hashable, CaseIterable {
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case `is`
  case isNot
  case `in`
  case notIn
}
