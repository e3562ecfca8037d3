// Soft keywords: `match` and `type` are names unless they begin a statement.

extension Parser {
  @inline(__always)
  func tokenTextEquals(_ text: StaticString) -> Bool {
    let length = position - tokenStart
    guard length == text.utf8CodeUnitCount else { return false }
    for offset in 0..<length where source[tokenStart + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Parses a `match` statement or type alias; if the line is neither, returns false and leaves the state unchanged.
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
}
