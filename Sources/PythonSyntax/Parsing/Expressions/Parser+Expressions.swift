// Expressions, from tuples without parentheses to conditional expressions.

extension Parser {
  /// `star_expressions`: one expression, or a tuple without parentheses.
  @inline(__always)
  mutating func parseStarExpressions() {
    let start = tokenStart
    let mark = nodeCount
    parseStarExpression()
    if token == .comma { finishOpenTuple(start, mark) }
  }

  @inline(never)
  private mutating func finishOpenTuple(_ start: Int, _ mark: Int) {
    while accept(.comma) {
      guard startsExpression else { break }
      parseStarExpression()
    }
    finish(.tuple, start, mark)
  }

  @inline(__always)
  var startsExpression: Bool { facts[Int(token.rawValue)].startsExpression }

  @inline(__always)
  mutating func parseStarExpression() {
    if token == .star { parseStarred() } else { parseExpression() }
  }

  /// `*a | b`: a starred element.
  mutating func parseStarred() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    parseOperators(Precedence.bitOr)
    finish(.starred, start, mark)
  }

  /// An element of a display: a starred expression, or an expression that can assign with `:=`.
  @inline(__always)
  mutating func parseStarNamedExpression() {
    if token == .star { parseStarred() } else { parseNamedExpression() }
  }

  mutating func parseNamedExpression() {
    let start = tokenStart
    let mark = nodeCount
    parseExpression()
    if token == .colonEqual { finishNamedExpression(start, mark) }
  }

  private mutating func finishNamedExpression(_ start: Int, _ mark: Int) {
    guard isBareName(mark) else {
      let target = nodes[nodeCount - 1]
      fail(Int(target.start), Int(target.end), "expected a name before ':=', found \(describe(target))")
      return
    }
    nodes[mark].flags.insert(.store)
    advance()
    parseExpression()
    finish(.namedExpression, start, mark)
  }

  /// Whether the nodes since `mark` are one name without parentheses.
  @inline(__always)
  func isBareName(_ mark: Int) -> Bool {
    nodeCount == mark + 1 && nodes[mark].kind == .name && !nodes[mark].flags.contains(.parenthesized)
  }

  @inline(__always)
  mutating func parseExpression() {
    if token == .lambdaKeyword {
      parseLambda()
      return
    }
    let start = tokenStart
    let mark = nodeCount
    parseOperators(Precedence.or)
    if token == .ifKeyword { parseConditional(start, mark) }
  }

  /// `body if test else orElse`. A chain of them is parsed in a loop.
  @inline(never)
  private mutating func parseConditional(_ start: Int, _ mark: Int) {
    let base = pending.count
    pending.append(PendingOperator(kind: .ifExpression, operation: 0, start: start, mark: mark))
    while true {
      advance()
      parseOperators(Precedence.or)
      expect(.elseKeyword, "'else' and a value after the condition")
      if token == .lambdaKeyword {
        parseLambda()
        break
      }
      let nextStart = tokenStart
      let nextMark = nodeCount
      parseOperators(Precedence.or)
      guard token == .ifKeyword else { break }
      pending.append(PendingOperator(kind: .ifExpression, operation: 0, start: nextStart, mark: nextMark))
    }
    finishPending(base)
  }
}
