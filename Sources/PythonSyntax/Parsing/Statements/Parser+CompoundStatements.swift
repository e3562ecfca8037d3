// Compound statements.

extension Parser {
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

  mutating func parseElse() {
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
    parseBlock("the header of 'for'")
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
}
