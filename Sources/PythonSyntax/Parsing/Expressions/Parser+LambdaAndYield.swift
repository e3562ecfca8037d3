// `lambda` and `yield`.

extension Parser {
  mutating func parseLambda() {
    let start = tokenStart
    let mark = nodeCount
    if bracketDepth == fieldDepth { failExpecting("parentheses around a lambda in an f-string") }
    recursion += 1
    if recursion > Parser.maximumRecursion {
      fail(tokenStart, position, "expected at most \(Parser.maximumRecursion) nested lambdas, found more")
    }
    advance()
    let parameterStart = previousEnd
    let parameterMark = nodeCount
    if token != .colon { parseParameters(until: .colon) }
    finish(.parameters, parameterStart, parameterMark)
    expect(.colon, "':' after the parameters of the lambda")
    parseExpression()
    finish(.lambda, start, mark)
    recursion -= 1
  }

  mutating func parseYield() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    if accept(.fromKeyword) {
      parseExpression()
      finish(.yieldFrom, start, mark)
      return
    }
    if startsExpression { parseStarExpressions() }
    finish(.yieldExpression, start, mark)
  }

  /// The right side of an assignment.
  @inline(__always)
  mutating func parseYieldOrStarExpressions() {
    if token == .yieldKeyword { parseYield() } else { parseStarExpressions() }
  }
}
