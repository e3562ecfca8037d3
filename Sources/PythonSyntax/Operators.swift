/// The operator of a `BinaryOperation` or `AugmentedAssign`.
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

/// The operator of a `UnaryOperation`.
@frozen
public enum UnaryOperator: UInt16, Sendable, Hashable, CaseIterable {
  case not
  case negate
  case plus
  case invert
}

/// The operator of a `BooleanOperation`.
@frozen
public enum BooleanOperator: UInt16, Sendable, Hashable, CaseIterable {
  case and
  case or
}

/// One operator of a `Comparison`.
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

/// How a parameter takes its argument.
@frozen
public enum ParameterKind: UInt16, Sendable, Hashable, CaseIterable {
  case positionalOnly
  case positionalOrKeyword
  case variadicPositional
  case keywordOnly
  case variadicKeyword
}

/// What a type parameter is: `T`, `*Ts` or `**P`.
@frozen
public enum TypeParameterKind: UInt16, Sendable, Hashable, CaseIterable {
  case typeVariable
  case typeVariableTuple
  case parameterSpecification
}

/// The value a `singletonPattern` matches.
@frozen
public enum SingletonPatternValue: UInt16, Sendable, Hashable, CaseIterable {
  case none
  case `true`
  case `false`
}
