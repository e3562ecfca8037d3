/// Properties of a token that the expression parser needs.
struct TokenFacts {
  /// The precedence as an infix operator; 0 for other tokens.
  var precedence: UInt8 = 0
  /// The raw value of the operator.
  var operation: UInt8 = 0
  var startsExpression = false

  init(_ token: Token) {
    switch token {
    case .orKeyword: (precedence, operation) = (Precedence.or, UInt8(BooleanOperator.or.rawValue))
    case .andKeyword: (precedence, operation) = (Precedence.and, UInt8(BooleanOperator.and.rawValue))
    case .equalEqual: compare(.equal)
    case .notEqual: compare(.notEqual)
    case .less: compare(.less)
    case .lessEqual: compare(.lessOrEqual)
    case .greater: compare(.greater)
    case .greaterEqual: compare(.greaterOrEqual)
    case .isKeyword: compare(.is)
    case .inKeyword: compare(.in)
    case .notKeyword:
      compare(.notIn)
      startsExpression = true
    case .pipe: combine(Precedence.bitOr, .bitOr)
    case .caret: combine(Precedence.bitXor, .bitXor)
    case .ampersand: combine(Precedence.bitAnd, .bitAnd)
    case .leftShift: combine(Precedence.shift, .leftShift)
    case .rightShift: combine(Precedence.shift, .rightShift)
    case .plus, .minus:
      combine(Precedence.sum, token == .plus ? .add : .subtract)
      startsExpression = true
    case .star:
      combine(Precedence.product, .multiply)
      startsExpression = true
    case .slash: combine(Precedence.product, .divide)
    case .doubleSlash: combine(Precedence.product, .floorDivide)
    case .percent: combine(Precedence.product, .modulo)
    case .at: combine(Precedence.product, .matrixMultiply)
    case .name, .integer, .float, .imaginary, .string, .formattedStart, .leftParenthesis, .leftBracket, .leftBrace,
      .ellipsis, .tilde, .falseKeyword, .noneKeyword, .trueKeyword, .awaitKeyword, .lambdaKeyword:
      startsExpression = true
    default: break
    }
  }

  private mutating func compare(_ operation: ComparisonOperator) {
    precedence = Precedence.comparison
    self.operation = UInt8(operation.rawValue)
  }

  private mutating func combine(_ precedence: UInt8, _ operation: BinaryOperator) {
    self.precedence = precedence
    self.operation = UInt8(operation.rawValue)
  }
}
