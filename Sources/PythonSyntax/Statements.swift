// Statements on one line, and the choice between statements.

extension Parser {
  mutating func parseModule() {
    let start = position
    lex()
    repeat {
      parseStatementList()
      if token == .dedent { advance() }
    } while token != .endOfFile
    emit(.module, start, count, 0)
  }

  /// Statements up to the end of their block or of the file.
  mutating func parseStatementList() {
    var surplusIndents = 0
    while true {
      switch token {
      case .endOfFile:
        return
      case .dedent:
        guard surplusIndents > 0 else { return }
        surplusIndents -= 1
        advance()
      case .indent:
        // Below a header that could not be read, the block is no second error.
        if !lastLineFailed {
          report(startOfLine(position), position, "expected no indentation here, found an indented line")
        }
        surplusIndents += 1
        lastLineFailed = false
        advance()
      case .newline:
        advance()
      default:
        parseStatement()
      }
    }
  }

  @inline(__always)
  private mutating func parseStatement() {
    statementStart = tokenStart
    lastLineFailed = false
    switch token {
    case .ifKeyword: parseIf()
    case .defKeyword: parseFunction(tokenStart, nodeCount, isAsync: false)
    case .forKeyword: parseFor(tokenStart, isAsync: false)
    case .withKeyword: parseWith(tokenStart, isAsync: false)
    case .tryKeyword: parseTry()
    case .classKeyword: parseClass(tokenStart, nodeCount)
    case .whileKeyword: parseWhile()
    case .at: parseDecorated()
    case .asyncKeyword: parseAsync()
    case .name:
      if !parseSoftKeywordStatement() { parseLine() }
    case .elifKeyword, .elseKeyword, .exceptKeyword, .finallyKeyword:
      parseStrayClause()
    default:
      parseLine()
    }
  }

  /// A line of simple statements through its end.
  mutating func parseLine() {
    repeat {
      parseSimpleStatement()
    } while accept(.semicolon) && token != .newline && token != .endOfFile
    endLine()
  }

  /// The end of a simple statement's line; whatever else stands there is an error and skipped.
  mutating func endLine() {
    if token == .newline {
      lastLineEnd = previousEnd
      advance()
      return
    }
    if !failed { failAtLineEnd() }
    recover()
  }

  private mutating func failAtLineEnd() {
    let last = nodes[nodeCount - 1]
    if last.kind == .expressionStatement, nodeCount >= 2, nodes[nodeCount - 2].kind == .name, startsExpression,
      textEquals(nodes[nodeCount - 2], "print") || textEquals(nodes[nodeCount - 2], "exec")
    {
      let name = textEquals(nodes[nodeCount - 2], "print") ? "print" : "exec"
      fail(tokenStart, position, "expected parentheses around the arguments of '\(name)', found \(describeToken())")
    } else {
      failExpecting("an operator or the end of the statement")
    }
  }

  func textEquals(_ node: RawNode, _ text: StaticString) -> Bool {
    let length = Int(node.end - node.start)
    guard length == text.utf8CodeUnitCount else { return false }
    return (0..<length).allSatisfy { source[Int(node.start) + $0] == text.utf8Start[$0] }
  }

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
