/// The operator of a ``BinaryOperation`` or ``AugmentedAssign``.
@frozen
public enum BinaryOperator: UInt16, Sendable, Hashable, CaseIterable {
  case add
  case subtract
  case multiply
  case matrixMultiply
  case divide
  case floorDivide
  case modulo
  case power
  case leftShift
  case rightShift
  case bitOr
  case bitXor
  case bitAnd
}
