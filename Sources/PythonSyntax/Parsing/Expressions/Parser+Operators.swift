// Operators.

extension Parser {
  /// Operators of at least a precedence, by precedence climbing. Chains are parsed in a loop.
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

  /// Signs and powers, which both apply to everything after them: `-a ** -b` is `-(a ** (-b))`.
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

  /// Emits the operators pending since `base`, from the innermost to the outermost.
  mutating func finishPending(_ base: Int) {
    while pending.count > base, let last = pending.popLast() {
      finish(last.kind, last.start, last.mark, payload: last.operation)
    }
  }
}
