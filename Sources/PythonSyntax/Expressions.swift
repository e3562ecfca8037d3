// Expressions, from lists of them down to what operators bind.

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

  /// An element of a display: starred, or an expression that may assign with `:=`.
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

  /// `body if test else orElse`, whose last part may be another one: a chain is read in a loop.
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

  /// Emits the operators pending since `base`, the innermost first.
  private mutating func finishPending(_ base: Int) {
    while pending.count > base, let last = pending.popLast() {
      finish(last.kind, last.start, last.mark, payload: last.operation)
    }
  }

  // MARK: - Infix operators

  /// Operators that bind at least as tightly as `minimum`, by precedence climbing; chains are read in a loop.
  mutating func parseOperators(_ minimum: UInt8) {
    let start = tokenStart
    let mark = nodeCount
    if token == .notKeyword && minimum <= Precedence.comparison { parseNot() } else { parseUnary() }
    while true {
      let fact = facts[Int(token.rawValue)]
      let precedence = fact.precedence
      if precedence < minimum || precedence == 0 { return }
      if precedence == Precedence.comparison {
        parseComparison(start, mark)
      } else if precedence <= Precedence.and {
        let chained = token
        repeat {
          advance()
          parseOperators(precedence &+ 1)
        } while token == chained
        finish(.booleanOperation, start, mark, payload: UInt16(fact.operation))
      } else {
        advance()
        parseOperators(precedence &+ 1)
        finish(.binaryOperation, start, mark, payload: UInt16(fact.operation))
      }
    }
  }

  private mutating func parseNot() {
    let base = pending.count
    while token == .notKeyword {
      pending.append(
        PendingOperator(
          kind: .unaryOperation, operation: UnaryOperator.not.rawValue, start: tokenStart, mark: nodeCount))
      advance()
    }
    parseOperators(Precedence.comparison)
    finishPending(base)
  }

  private mutating func parseComparison(_ start: Int, _ mark: Int) {
    while facts[Int(token.rawValue)].precedence == Precedence.comparison {
      let sign = tokenStart
      var operation = UInt16(facts[Int(token.rawValue)].operation)
      let first = token
      advance()
      if first == .notKeyword {
        expect(.inKeyword, "'in' after 'not'")
      } else if first == .isKeyword, accept(.notKeyword) {
        operation = ComparisonOperator.isNot.rawValue
      }
      emit(.comparisonOperator, sign, previousEnd, nodeCount, payload: operation)
      parseOperators(Precedence.bitOr)
    }
    finish(.comparison, start, mark)
  }

  // MARK: - Prefix operators and powers

  @inline(__always)
  private mutating func parseUnary() {
    switch token {
    case .minus, .plus, .tilde:
      parsePrefixed()
    default:
      let start = tokenStart
      let mark = nodeCount
      parseAwaitPrimary()
      if token == .doubleStar {
        pending.append(
          PendingOperator(
            kind: .binaryOperation, operation: BinaryOperator.power.rawValue, start: start, mark: mark))
        advance()
        parsePrefixed()
        finishPending(pending.count - 1)
      }
    }
  }

  /// Signs and powers, both of which take all that follows: `-a ** -b` is `-(a ** (-b))`.
  @inline(never)
  private mutating func parsePrefixed() {
    let base = pending.count
    while true {
      switch token {
      case .minus: pushUnary(.negate)
      case .plus: pushUnary(.plus)
      case .tilde: pushUnary(.invert)
      default:
        let start = tokenStart
        let mark = nodeCount
        parseAwaitPrimary()
        guard token == .doubleStar else {
          finishPending(base)
          return
        }
        pending.append(
          PendingOperator(
            kind: .binaryOperation, operation: BinaryOperator.power.rawValue, start: start, mark: mark))
        advance()
      }
    }
  }

  private mutating func pushUnary(_ operation: UnaryOperator) {
    pending.append(
      PendingOperator(
        kind: .unaryOperation, operation: operation.rawValue, start: tokenStart, mark: nodeCount))
    advance()
  }

  @inline(__always)
  private mutating func parseAwaitPrimary() {
    guard token == .awaitKeyword else {
      parsePrimary()
      return
    }
    let start = tokenStart
    let mark = nodeCount
    advance()
    parsePrimary()
    finish(.awaitExpression, start, mark)
  }

  // MARK: - Lambda and yield

  mutating func parseLambda() {
    let start = tokenStart
    let mark = nodeCount
    if bracketDepth == fieldDepth { failExpecting("a lambda in an f-string to stand in parentheses") }
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

  /// What may stand right of an equals sign.
  @inline(__always)
  mutating func parseYieldOrStarExpressions() {
    if token == .yieldKeyword { parseYield() } else { parseStarExpressions() }
  }
}
