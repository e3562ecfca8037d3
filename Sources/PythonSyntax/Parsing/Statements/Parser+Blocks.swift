// Blocks: a colon and the statements after it.

extension Parser {
  /// A colon and a block, indented or on the same line. After an error in the header, its block is still parsed as
  /// such.
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
    let hint = token == .equal ? "; did you mean '==' or ':='?" : ""
    fail(tokenStart, tokenEnd, "expected ':' after \(owner), found \(describeToken())\(hint)")
  }

  /// A clause without a statement: an error. Its block is parsed as statements.
  mutating func parseStrayClause() {
    let start = tokenStart
    fail(
      start, position, "expected a statement, found '\(tokenText())' without a matching statement")
    emit(.invalidStatement, start, start, nodeCount)
    recover()
  }
}
