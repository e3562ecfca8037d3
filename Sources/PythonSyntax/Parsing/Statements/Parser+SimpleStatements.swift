// Simple statements.

extension Parser {
  mutating func parseSimpleStatement() {
    let start = tokenStart
    let mark = nodeCount
    switch token {
    case .returnKeyword:
      advance()
      if startsExpression { parseStarExpressions() }
      finish(.returnStatement, start, mark)
    case .importKeyword: parseImport()
    case .fromKeyword: parseFromImport()
    case .raiseKeyword:
      advance()
      if startsExpression {
        parseExpression()
        if accept(.fromKeyword) { parseExpression() }
      }
      finish(.raiseStatement, start, mark)
    case .passKeyword: takeLeaf(.passStatement)
    case .breakKeyword: takeLeaf(.breakStatement)
    case .continueKeyword: takeLeaf(.continueStatement)
    case .assertKeyword:
      advance()
      parseExpression()
      if accept(.comma) { parseExpression() }
      finish(.assertStatement, start, mark)
    case .delKeyword: parseDelete()
    case .globalKeyword: parseNames(.globalStatement)
    case .nonlocalKeyword: parseNames(.nonlocalStatement)
    default:
      if startsExpression || token == .yieldKeyword { parseExpressionStatement() } else { parseInvalidStatement() }
    }
  }

  private mutating func parseInvalidStatement() {
    let start = tokenStart
    failExpecting("a statement")
    emit(.invalidStatement, start, max(start, previousEnd), nodeCount)
  }

  /// An expression, or an assignment in one of its forms.
  @inline(__always)
  private mutating func parseExpressionStatement() {
    let start = tokenStart
    let mark = nodeCount
    parseYieldOrStarExpressions()
    switch token {
    case .newline:
      finish(.expressionStatement, start, mark)
    case .equal:
      while token == .equal {
        markTarget(nodeCount - 1, .store)
        advance()
        parseYieldOrStarExpressions()
      }
      finish(.assign, start, mark)
    case .colon:
      parseAnnotation(start, mark)
    default:
      if let operation = token.augmentedOperator {
        checkSingleTarget("assign to with an operator")
        advance()
        parseYieldOrStarExpressions()
        finish(.augmentedAssign, start, mark, payload: operation.rawValue)
      } else {
        finish(.expressionStatement, start, mark)
      }
    }
  }

  private mutating func parseAnnotation(_ start: Int, _ mark: Int) {
    checkSingleTarget("annotate")
    advance()
    parseExpression()
    if accept(.equal) { parseYieldOrStarExpressions() }
    finish(.annotatedAssign, start, mark)
  }

  /// Marks the last expression as assigned to; fails unless it is a single target.
  private mutating func checkSingleTarget(_ action: StaticString) {
    let target = nodes[nodeCount - 1]
    switch target.kind {
    case .name, .attribute, .subscript:
      nodes[nodeCount - 1].flags.insert(.store)
    default:
      fail(
        Int(target.start), Int(target.end),
        "expected a name, attribute or subscript to \(action), found \(describe(target))")
    }
  }

  private mutating func parseDelete() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    repeat {
      parseOperators(Precedence.bitOr)
      markTarget(nodeCount - 1, .delete)
    } while accept(.comma) && startsExpression
    finish(.deleteStatement, start, mark)
  }

  private mutating func parseNames(_ kind: NodeKind) {
    let start = tokenStart
    let mark = nodeCount
    advance()
    repeat { takeIdentifier("a name") } while accept(.comma)
    finish(kind, start, mark)
  }
}
