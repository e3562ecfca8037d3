// Words that are keywords only where the grammar cannot read them as names: match, case, type.

extension Parser {
  /// Where the parser stood before it tried one of two readings.
  struct Snapshot {
    let token: Token
    let tokenStart: Int
    let position: Int
    let previousEnd: Int
    let stringStyle: StringPieceStyle
    let stringIsEscaped: Bool
    let bracketDepth: Int
    let fieldDepth: Int
    let formattedNesting: Int
    let recursion: Int
    let isAtLineStart: Bool
    let nodeCount: Int
    let commentCount: Int
    let groupCount: Int
    let pendingCount: Int
    let errorCount: Int

    init(_ parser: borrowing Parser) {
      token = parser.token
      tokenStart = parser.tokenStart
      position = parser.position
      previousEnd = parser.previousEnd
      stringStyle = parser.stringStyle
      stringIsEscaped = parser.stringIsEscaped
      bracketDepth = parser.bracketDepth
      fieldDepth = parser.fieldDepth
      formattedNesting = parser.formattedNesting
      recursion = parser.recursion
      isAtLineStart = parser.isAtLineStart
      nodeCount = parser.nodeCount
      commentCount = parser.comments.count
      groupCount = parser.groups.count
      pendingCount = parser.pending.count
      errorCount = parser.errors.count
    }
  }

  /// Goes back to a place on the same logical line, before which nothing had failed.
  mutating func restore(_ snapshot: Snapshot) {
    token = snapshot.token
    tokenStart = snapshot.tokenStart
    position = snapshot.position
    previousEnd = snapshot.previousEnd
    stringStyle = snapshot.stringStyle
    stringIsEscaped = snapshot.stringIsEscaped
    bracketDepth = snapshot.bracketDepth
    fieldDepth = snapshot.fieldDepth
    formattedNesting = snapshot.formattedNesting
    recursion = snapshot.recursion
    isAtLineStart = snapshot.isAtLineStart
    nodeCount = snapshot.nodeCount
    comments.removeLast(comments.count - snapshot.commentCount)
    groups.removeLast(groups.count - snapshot.groupCount)
    pending.removeLast(pending.count - snapshot.pendingCount)
    errors.removeLast(errors.count - snapshot.errorCount)
    failed = false
  }

  @inline(__always)
  func tokenTextEquals(_ text: StaticString) -> Bool {
    let length = position - tokenStart
    guard length == text.utf8CodeUnitCount else { return false }
    for offset in 0..<length where source[tokenStart + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Reads a `match` statement or a type alias if the line is one; otherwise leaves everything as it was.
  @inline(__always)
  mutating func parseSoftKeywordStatement() -> Bool {
    switch position &- tokenStart {
    case 5 where tokenTextEquals("match"): parseMatch()
    case 4 where tokenTextEquals("type"): parseTypeAlias()
    default: false
    }
  }

  private mutating func parseTypeAlias() -> Bool {
    let snapshot = Snapshot(self)
    let start = tokenStart
    let mark = nodeCount
    advance()
    guard token == .name else {
      restore(snapshot)
      return false
    }
    takeLeaf(.name)
    nodes[mark].flags.insert(.store)
    if token == .leftBracket { parseTypeParameters() }
    expect(.equal, "'=' in the type alias")
    parseExpression()
    finish(.typeAlias, start, mark)
    if accept(.semicolon), token != .newline { parseLine() } else { endLine() }
    return true
  }

  /// `match` begins a statement if its line, read as one, ends in a colon; or if no expression could go on like that.
  private mutating func parseMatch() -> Bool {
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
