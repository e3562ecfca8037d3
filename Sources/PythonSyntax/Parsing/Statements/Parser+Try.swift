// `try` statements.

extension Parser {
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
        if token == .asKeyword { failExpecting("':', because several exception types with a name need parentheses") }
      }
      if accept(.asKeyword) { takeIdentifier("a name after 'as'") }
    } else if isStar {
      failExpecting("an exception type after 'except*'")
    }
    parseBlock("'except'")
    emit(.exceptHandler, start, lastLineEnd, mark, flags: isStar ? .isStar : NodeFlags(rawValue: 0))
    return isStar
  }
}
