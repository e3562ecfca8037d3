// Numbers as patterns and as keys of mapping patterns.

extension Parser {
  /// A number with its sign, or a complex number as a sum or difference.
  mutating func parseNumber() {
    let start = tokenStart
    let mark = nodeCount
    let isReal = parseSignedNumber()
    guard token == .plus || token == .minus else { return }
    if !isReal { failExpecting("':', because a complex number begins with its real part") }
    let operation: BinaryOperator = token == .plus ? .add : .subtract
    advance()
    if token == .imaginary {
      takeLeaf(.imaginaryLiteral)
    } else {
      failExpecting("an imaginary number")
      emit(.invalidExpression, previousEnd, previousEnd, nodeCount)
    }
    finish(.binaryOperation, start, mark, payload: operation.rawValue)
  }

  /// Returns whether the number is real.
  private mutating func parseSignedNumber() -> Bool {
    let start = tokenStart
    let mark = nodeCount
    let isNegative = accept(.minus)
    let isReal = token != .imaginary
    switch token {
    case .integer: takeLeaf(.integerLiteral)
    case .float: takeLeaf(.floatLiteral)
    case .imaginary: takeLeaf(.imaginaryLiteral)
    default:
      failExpecting("a number")
      emit(.invalidExpression, previousEnd, previousEnd, nodeCount)
    }
    if isNegative { finish(.unaryOperation, start, mark, payload: UnaryOperator.negate.rawValue) }
    return isReal
  }
}
