// `match` statements.

extension Parser {
  /// `match` begins a statement if the token after it cannot continue an expression, or if the line ends in a colon.
  mutating func parseMatch() -> Bool {
    let snapshot = Snapshot(self)
    let start = tokenStart
    let mark = nodeCount
    advance()
    let isCertain: Bool
    switch token {
    case .leftParenthesis, .leftBracket, .star, .minus, .plus, .notKeyword: isCertain = false
    default:
      isCertain = startsExpression && !failed
      guard isCertain else {
        restore(snapshot)
        return false
      }
    }
    parseSubject()
    if !isCertain {
      var isStatement = false
      if token == .colon && !failed {
        let colon = Snapshot(self)
        advance()
        isStatement = token == .newline
        if isStatement { restore(colon) }
      }
      guard isStatement else {
        restore(snapshot)
        return false
      }
    }
    parseCases(start, mark)
    return true
  }

  private mutating func parseSubject() {
    let start = tokenStart
    let mark = nodeCount
    parseStarNamedExpression()
    if token == .comma {
      while accept(.comma), startsExpression { parseStarNamedExpression() }
      finish(.tuple, start, mark)
    } else if nodes[nodeCount - 1].kind == .starred {
      failExpecting("',' after a starred subject")
    }
  }

  private mutating func parseCases(_ start: Int, _ mark: Int) {
    let headEnd = previousEnd
    expect(.colon, "':' after the subject of 'match'")
    if failed {
      recover()
    } else {
      if token != .newline { failExpecting("the end of the line after 'match ...:'") }
      if failed { recover() } else { advance() }
    }
    guard token == .indent else {
      if !lastLineFailed && !failed {
        report(tokenStart, tokenEnd, "expected an indented block of cases after 'match', found \(describeToken())")
      }
      lastLineEnd = max(headEnd, Int(nodes[nodeCount - 1].end))
      emit(.matchStatement, start, lastLineEnd, mark)
      return
    }
    advance()
    var surplusIndents = 0
    var isDone = false
    while !isDone {
      switch token {
      case .endOfFile: isDone = true
      case .dedent:
        if surplusIndents == 0 { isDone = true } else { surplusIndents -= 1 }
        advance()
      case .indent:
        surplusIndents += 1
        advance()
      case .newline: advance()
      case .name where tokenTextEquals("case"): parseCase()
      default:
        statementStart = tokenStart
        failExpecting("'case'")
        recover()
      }
    }
    emit(.matchStatement, start, lastLineEnd, mark)
  }

  private mutating func parseCase() {
    let start = tokenStart
    let mark = nodeCount
    statementStart = start
    advance()
    parseOpenPattern()
    if accept(.ifKeyword) { parseNamedExpression() }
    parseBlock("the pattern of 'case'")
    emit(.matchCase, start, lastLineEnd, mark)
  }
}
