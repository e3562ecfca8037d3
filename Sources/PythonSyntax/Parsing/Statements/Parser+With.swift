// `with` statements.

extension Parser {
  mutating func parseWith(_ start: Int, isAsync: Bool) {
    let mark = nodeCount
    advance()
    var attempt: ParseError?
    if token != .leftParenthesis || !parseParenthesizedWithItems(&attempt) {
      repeat { parseWithItem() } while accept(.comma) && !failed
      // Of two failed readings, the one that got further has the better error.
      if failed, let attempt, let last = errors.last, attempt.range.lowerBound > last.range.lowerBound {
        errors[errors.count - 1] = attempt
      }
    }
    parseBlock("the header of 'with'")
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

  /// Tries to parse `(item, item):`; backtracks and returns false if it is an expression in parentheses.
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
