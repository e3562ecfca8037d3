// Lists, sets and dictionaries.

extension Parser {
  /// Further elements; the current token is the comma after the first.
  mutating func parseElements(until close: Token) {
    while accept(.comma), token != close {
      parseStarNamedExpression()
    }
  }

  mutating func parseListDisplay() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    if token != .rightBracket {
      parseStarNamedExpression()
      if token == .forKeyword || token == .asyncKeyword {
        parseComprehensionClauses()
        expect(.rightBracket, "']' after the comprehension")
        finish(.listComprehension, start, mark)
        return
      }
      if token == .comma { parseElements(until: .rightBracket) }
    }
    expect(.rightBracket, "']' or ',' in the list")
    finish(.list, start, mark)
  }

  mutating func parseBraceDisplay() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    if token == .rightBrace || token == .doubleStar {
      parseDictionaryItems(start, mark)
      return
    }
    parseStarNamedExpression()
    switch token {
    case .colon:
      finishKeyValue()
      if token == .forKeyword || token == .asyncKeyword {
        parseComprehensionClauses()
        expect(.rightBrace, "'}' after the comprehension")
        finish(.dictionaryComprehension, start, mark)
        return
      }
      if token == .comma { advance() } else if token != .rightBrace { failExpecting("'}' or ',' in the dictionary") }
      parseDictionaryItems(start, mark)
    case .forKeyword, .asyncKeyword:
      parseComprehensionClauses()
      expect(.rightBrace, "'}' after the comprehension")
      finish(.setComprehension, start, mark)
    default:
      if token == .comma { parseElements(until: .rightBrace) }
      expect(.rightBrace, "'}' or ',' in the set")
      finish(.set, start, mark)
    }
  }

  /// The colon and the value after a key.
  private mutating func finishKeyValue() {
    let key = nodes[nodeCount - 1]
    if key.kind == .starred || (key.kind == .namedExpression && !key.flags.contains(.parenthesized)) {
      fail(Int(key.start), Int(key.end), "expected a dictionary key before ':', found \(describe(key))")
    }
    expect(.colon, "':' after the dictionary key")
    if token == .star { failExpecting("a dictionary value") }
    parseExpression()
  }

  private mutating func parseDictionaryItems(_ start: Int, _ mark: Int) {
    while token != .rightBrace && !failed {
      let itemStart = tokenStart
      let itemMark = nodeCount
      if accept(.doubleStar) {
        parseOperators(Precedence.bitOr)
        finish(.dictionaryUnpack, itemStart, itemMark)
        if token == .forKeyword || token == .asyncKeyword {
          failExpecting("'}' or ',', because '**' cannot be used in a comprehension")
        }
      } else {
        parseExpression()
        finishKeyValue()
      }
      guard accept(.comma) else { break }
    }
    expect(.rightBrace, "'}' or ',' in the dictionary")
    finish(.dictionary, start, mark)
  }
}
