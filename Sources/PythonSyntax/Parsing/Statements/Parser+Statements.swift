// Lists of statements, and the choice between kinds of statements.

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
        // The block after a header with an error is not a second error.
        if !lastLineFailed {
          report(startOfLine(position), position, "unexpected indentation")
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

  /// A line of simple statements, including its end.
  mutating func parseLine() {
    repeat {
      parseSimpleStatement()
    } while accept(.semicolon) && token != .newline && token != .endOfFile
    endLine()
  }

  /// The end of a line of simple statements. Anything else is an error, and the rest of the line is skipped.
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
}
