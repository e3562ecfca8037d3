// Import statements.

extension Parser {
  mutating func parseImport() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    repeat {
      let aliasStart = tokenStart
      let aliasMark = nodeCount
      parseDottedName()
      if accept(.asKeyword) { takeIdentifier("a name after 'as'") }
      finish(.importAlias, aliasStart, aliasMark)
    } while accept(.comma)
    finish(.importStatement, start, mark)
  }

  private mutating func parseDottedName() {
    let start = tokenStart
    let mark = nodeCount
    takeIdentifier("the name of a module")
    while accept(.dot) { takeIdentifier("a name after '.'") }
    finish(.dottedName, start, mark)
  }

  mutating func parseFromImport() {
    let start = tokenStart
    let mark = nodeCount
    var level = 0
    advance()
    while token == .dot || token == .ellipsis {
      level += token == .dot ? 1 : 3
      advance()
    }
    if level == 0 || token != .importKeyword { parseDottedName() }
    expect(.importKeyword, "'import'")
    if token == .star {
      takeLeaf(.importStar)
    } else if accept(.leftParenthesis) {
      repeat { parseFromAlias() } while accept(.comma) && token != .rightParenthesis
      expect(.rightParenthesis, "')' or ',' in the imported names")
    } else {
      parseFromAlias()
      while accept(.comma) {
        if token == .newline { failExpecting("a name after ',', because only parentheses allow a trailing comma") }
        parseFromAlias()
      }
    }
    finish(.importFrom, start, mark, payload: UInt16(min(level, Int(UInt16.max))))
  }

  private mutating func parseFromAlias() {
    let start = tokenStart
    let mark = nodeCount
    takeIdentifier("a name to import")
    if accept(.asKeyword) { takeIdentifier("a name after 'as'") }
    finish(.importAlias, start, mark)
  }
}
