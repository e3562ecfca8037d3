// Statements with blocks.

extension Parser {
  /// A colon and the statements after it, indented or on the same line. A header that failed still takes its block.
  mutating func parseBlock(_ owner: StaticString) {
    let mark = nodeCount
    if token == .colon {
      advance()
      if token != .newline && !failed {
        let start = tokenStart
        parseLine()
        emit(.block, start, max(start, lastLineEnd), mark)
        return
      }
    } else {
      failWithoutColon(owner)
    }
    let headerEnd = previousEnd
    let headerFailed = failed
    if failed { recover() } else { advance() }
    guard token == .indent else {
      if !headerFailed && !failed {
        report(
          tokenStart, tokenEnd, "expected an indented block after \(owner), found \(describeToken())")
      }
      lastLineEnd = headerEnd
      emit(.block, headerEnd, headerEnd, mark)
      return
    }
    lastLineFailed = false
    advance()
    let start = tokenStart
    parseStatementList()
    emit(.block, start, nodeCount == mark ? start : max(start, lastLineEnd), mark)
    if token == .dedent { advance() }
  }

  private mutating func failWithoutColon(_ owner: StaticString) {
    guard !failed else { return }
    let hint = token == .equal ? "; perhaps '==' or ':=' is meant" : ""
    fail(tokenStart, tokenEnd, "expected ':' after \(owner), found \(describeToken())\(hint)")
  }

  mutating func parseIf() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    parseNamedExpression()
    parseBlock("the condition of 'if'")
    while token == .elifKeyword {
      let clauseStart = tokenStart
      let clauseMark = nodeCount
      advance()
      parseNamedExpression()
      parseBlock("the condition of 'elif'")
      emit(.elifClause, clauseStart, lastLineEnd, clauseMark)
    }
    parseElse()
    emit(.ifStatement, start, lastLineEnd, mark)
  }

  private mutating func parseElse() {
    guard token == .elseKeyword else { return }
    let start = tokenStart
    let mark = nodeCount
    advance()
    parseBlock("'else'")
    emit(.elseClause, start, lastLineEnd, mark)
  }

  mutating func parseWhile() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    parseNamedExpression()
    parseBlock("the condition of 'while'")
    parseElse()
    emit(.whileStatement, start, lastLineEnd, mark)
  }

  mutating func parseFor(_ start: Int, isAsync: Bool) {
    let mark = nodeCount
    advance()
    parseTargetList()
    expect(.inKeyword, "'in' after the target of 'for'")
    parseStarExpressions()
    parseBlock("the head of 'for'")
    parseElse()
    emit(.forStatement, start, lastLineEnd, mark, flags: isAsync ? .isAsync : NodeFlags(rawValue: 0))
  }

  mutating func parseAsync() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    switch token {
    case .defKeyword: parseFunction(start, mark, isAsync: true)
    case .forKeyword: parseFor(start, isAsync: true)
    case .withKeyword: parseWith(start, isAsync: true)
    default:
      failExpecting("'def', 'for' or 'with' after 'async'")
      emit(.invalidStatement, start, previousEnd, mark)
      recover()
    }
  }

  // MARK: - Definitions

  mutating func parseDecorated() {
    let start = tokenStart
    let mark = nodeCount
    while token == .at {
      let decoratorStart = tokenStart
      let decoratorMark = nodeCount
      advance()
      parseNamedExpression()
      finish(.decorator, decoratorStart, decoratorMark)
      endLine()
    }
    let isDefinition = !failed && (token == .defKeyword || token == .classKeyword || token == .asyncKeyword)
    emit(.decorators, start, isDefinition ? tokenStart : lastLineEnd, mark)
    let isAsync = accept(.asyncKeyword)
    switch token {
    case .defKeyword:
      parseFunction(start, mark, isAsync: isAsync)
    case .classKeyword where !isAsync:
      parseClass(start, mark)
    default:
      if !failed {
        let found = describeToken()
        report(tokenStart, tokenEnd, "expected a function or class after decorators, found \(found)")
      }
      emit(.invalidStatement, start, max(lastLineEnd, Int(nodes[nodeCount - 1].end)), mark)
    }
  }

  /// A function; `start` and `mark` are those of its decorators or of `async`, if any.
  mutating func parseFunction(_ start: Int, _ mark: Int, isAsync: Bool) {
    advance()
    takeIdentifier("the name of the function")
    if token == .leftBracket { parseTypeParameters() }
    let parametersStart = failed ? previousEnd : tokenStart
    let parametersMark = nodeCount
    expect(.leftParenthesis, "'(' after the name of the function")
    parseParameters(until: .rightParenthesis)
    expect(.rightParenthesis, "')' or ',' in the parameters")
    finish(.parameters, parametersStart, parametersMark)
    if accept(.arrow) { parseExpression() }
    parseBlock("the head of the function")
    emit(.functionDefinition, start, lastLineEnd, mark, flags: isAsync ? .isAsync : NodeFlags(rawValue: 0))
  }

  mutating func parseClass(_ start: Int, _ mark: Int) {
    advance()
    takeIdentifier("the name of the class")
    if token == .leftBracket { parseTypeParameters() }
    if token == .leftParenthesis { parseArguments(allowsGenerator: false) }
    parseBlock("the head of the class")
    emit(.classDefinition, start, lastLineEnd, mark)
  }

  // MARK: - Try

  mutating func parseTry() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    parseBlock("'try'")
    var stars = 0
    var handlers = 0
    while token == .exceptKeyword {
      let handlerStart = tokenStart
      let isStar = parseHandler()
      if isStar { stars += 1 }
      handlers += 1
      if stars != 0 && stars != handlers {
        report(handlerStart, handlerStart + 6, "expected only 'except' or only 'except*' in one 'try', found both")
        stars = 0
        handlers = 0
      }
    }
    let hasHandlers = nodes[nodeCount - 1].kind == .exceptHandler
    if !hasHandlers && token != .finallyKeyword && !failed {
      report(tokenStart, tokenEnd, "expected 'except' or 'finally' after the block of 'try', found \(describeToken())")
    }
    parseElse()
    if token == .finallyKeyword {
      let clauseStart = tokenStart
      let clauseMark = nodeCount
      advance()
      parseBlock("'finally'")
      emit(.finallyClause, clauseStart, lastLineEnd, clauseMark)
    }
    emit(.tryStatement, start, lastLineEnd, mark)
  }

  /// One `except` clause; returns whether it is `except*`.
  private mutating func parseHandler() -> Bool {
    let start = tokenStart
    let mark = nodeCount
    advance()
    let isStar = accept(.star)
    if token != .colon {
      let typeStart = tokenStart
      parseExpression()
      if token == .comma {
        while accept(.comma), startsExpression { parseExpression() }
        finish(.tuple, typeStart, mark)
        if token == .asKeyword { failExpecting("':', as several exception types with a name need parentheses") }
      }
      if accept(.asKeyword) { takeIdentifier("a name after 'as'") }
    } else if isStar {
      failExpecting("an exception type after 'except*'")
    }
    parseBlock("'except'")
    emit(.exceptHandler, start, lastLineEnd, mark, flags: isStar ? .isStar : NodeFlags(rawValue: 0))
    return isStar
  }

  /// A clause without its statement: an error, and its block is read as statements.
  mutating func parseStrayClause() {
    let start = tokenStart
    fail(
      start, position, "expected a statement, found '\(tokenText())' without the statement it belongs to")
    emit(.invalidStatement, start, start, nodeCount)
    recover()
  }

  // MARK: - With

  mutating func parseWith(_ start: Int, isAsync: Bool) {
    let mark = nodeCount
    advance()
    var attempt: ParseError?
    if token != .leftParenthesis || !parseParenthesizedWithItems(&attempt) {
      repeat { parseWithItem() } while accept(.comma) && !failed
      // Of the two readings, the one that got further tells more.
      if failed, let attempt, let last = errors.last, attempt.range.lowerBound > last.range.lowerBound {
        errors[errors.count - 1] = attempt
      }
    }
    parseBlock("the head of 'with'")
    emit(.withStatement, start, lastLineEnd, mark, flags: isAsync ? .isAsync : NodeFlags(rawValue: 0))
  }

  private mutating func parseWithItem() {
    let start = tokenStart
    let mark = nodeCount
    parseExpression()
    if accept(.asKeyword) {
      if token == .star { parseStarred() } else { parseOperators(Precedence.bitOr) }
      markTarget(nodeCount - 1, .store)
    }
    finish(.withItem, start, mark)
  }

  /// Tries to read `(item, item):`; goes back and returns false if it is an expression in parentheses instead.
  private mutating func parseParenthesizedWithItems(_ attempt: inout ParseError?) -> Bool {
    let snapshot = Snapshot(self)
    advance()
    repeat { parseWithItem() } while accept(.comma) && token != .rightParenthesis && !failed
    expect(.rightParenthesis, "')' or ',' in the items of 'with'")
    if !failed && token == .colon && errors.count == snapshot.errorCount { return true }
    if failed { attempt = errors.last }
    restore(snapshot)
    return false
  }
}
