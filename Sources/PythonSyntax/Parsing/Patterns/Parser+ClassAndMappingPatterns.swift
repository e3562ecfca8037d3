// Class patterns and mapping patterns.

extension Parser {
  mutating func parseClassPattern(_ start: Int, _ mark: Int) {
    var hasKeyword = false
    advance()
    while token != .rightParenthesis && !failed {
      let argumentStart = tokenStart
      let argumentMark = nodeCount
      parsePattern()
      if token == .equal {
        if nodeCount == argumentMark + 2, nodes[nodeCount - 1].kind == .capturePattern,
          !nodes[nodeCount - 1].flags.contains(.parenthesized)
        {
          nodeCount -= 1
        } else if nodeCount == argumentMark + 1, nodes[argumentMark].kind == .wildcardPattern {
          nodes[argumentMark].kind = .identifier
        } else {
          failExpecting("')' or ',', because only a name can precede '='")
        }
        advance()
        parsePattern()
        finish(.keywordPattern, argumentStart, argumentMark)
        hasKeyword = true
      } else if hasKeyword && !failed {
        report(argumentStart, previousEnd, "expected a keyword pattern after a keyword pattern, found a positional one")
      }
      guard accept(.comma) else { break }
    }
    expect(.rightParenthesis, "')' or ',' in the pattern")
    finish(.classPattern, start, mark)
  }

  mutating func parseMappingPattern() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    while token != .rightBrace && !failed {
      if token == .doubleStar {
        let restStart = tokenStart
        let restMark = nodeCount
        advance()
        if token == .name && tokenTextEquals("_") { failExpecting("a name other than '_' after '**'") }
        takeIdentifier("a name after '**'")
        finish(.mappingRest, restStart, restMark)
        if accept(.comma), token != .rightBrace { failExpecting("'}' after the rest of the mapping") }
        break
      }
      parseMappingKey()
      expect(.colon, "':' after the key")
      parsePattern()
      guard accept(.comma) else { break }
    }
    expect(.rightBrace, "'}' or ',' in the pattern")
    finish(.mappingPattern, start, mark)
  }

  private mutating func parseMappingKey() {
    let start = tokenStart
    let mark = nodeCount
    switch token {
    case .integer, .float, .imaginary, .minus: parseNumber()
    case .string, .formattedStart: parseStrings()
    case .noneKeyword: takeLeaf(.noneLiteral)
    case .trueKeyword: takeLeaf(.trueLiteral)
    case .falseKeyword: takeLeaf(.falseLiteral)
    default:
      if token == .name { takeLeaf(.name) } else { takeIdentifier("a literal or dotted name as key") }
      if token != .dot { failExpecting("'.', because a key is a literal or a dotted name") }
      while accept(.dot) {
        takeIdentifier("a name after '.'")
        finish(.attribute, start, mark)
      }
    }
  }
}
