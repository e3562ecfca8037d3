// The patterns of `case`.

extension Parser {
  /// The pattern of a `case`: one pattern, or a sequence without brackets.
  mutating func parseOpenPattern() {
    let start = tokenStart
    let mark = nodeCount
    let isStar = token == .star
    parseStarOrPattern()
    if token == .comma {
      while accept(.comma), startsPattern { parseStarOrPattern() }
      finish(.sequencePattern, start, mark)
    } else if isStar {
      failExpecting("',' after a star pattern")
    }
  }

  private var startsPattern: Bool {
    switch token {
    case .name, .integer, .float, .imaginary, .string, .formattedStart, .minus, .star, .leftParenthesis, .leftBracket,
      .leftBrace, .noneKeyword, .trueKeyword, .falseKeyword:
      true
    default: false
    }
  }

  private mutating func parseStarOrPattern() {
    guard token == .star else {
      parsePattern()
      return
    }
    let start = tokenStart
    let mark = nodeCount
    advance()
    if token == .name && tokenTextEquals("_") { advance() } else { takeIdentifier("a name after '*'") }
    finish(.starPattern, start, mark)
  }

  /// Alternatives, with an optional `as name`.
  mutating func parsePattern() {
    let start = tokenStart
    let mark = nodeCount
    parseClosedPattern()
    if token == .pipe {
      while accept(.pipe) { parseClosedPattern() }
      finish(.orPattern, start, mark)
    }
    guard accept(.asKeyword) else { return }
    let nameStart = tokenStart
    if token == .name && tokenTextEquals("_") { failExpecting("a name other than '_' after 'as'") }
    takeIdentifier("a name after 'as'")
    if token == .dot || token == .leftParenthesis {
      fail(nameStart, position, "expected only a name after 'as' in a pattern, found '\(tokenText())'")
    }
    finish(.asPattern, start, mark)
  }

  private mutating func parseClosedPattern() {
    let start = tokenStart
    let mark = nodeCount
    switch token {
    case .name:
      parseNamePattern(start, mark)
    case .integer, .float, .imaginary, .minus:
      parseNumber()
      finish(.valuePattern, start, mark)
    case .string, .formattedStart:
      parseStrings()
      finish(.valuePattern, start, mark)
    case .noneKeyword: takeLeaf(.singletonPattern, payload: SingletonPatternValue.none.rawValue)
    case .trueKeyword: takeLeaf(.singletonPattern, payload: SingletonPatternValue.true.rawValue)
    case .falseKeyword: takeLeaf(.singletonPattern, payload: SingletonPatternValue.false.rawValue)
    case .leftParenthesis: parseGroupPattern()
    case .leftBracket:
      advance()
      parsePatterns(until: .rightBracket)
      expect(.rightBracket, "']' or ',' in the pattern")
      finish(.sequencePattern, start, mark)
    case .leftBrace: parseMappingPattern()
    default:
      failExpecting("a pattern")
      emit(.invalidPattern, previousEnd, previousEnd, nodeCount)
    }
  }

  mutating func parsePatterns(until close: Token) {
    while token != close && !failed {
      parseStarOrPattern()
      guard accept(.comma) else { break }
    }
  }

  private mutating func parseGroupPattern() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    if token != .rightParenthesis {
      let isStar = token == .star
      parseStarOrPattern()
      if token == .rightParenthesis && !isStar {
        finishGroup(start)
        return
      }
      expect(.comma, "')' or ',' in the pattern")
      parsePatterns(until: .rightParenthesis)
    }
    expect(.rightParenthesis, "')' or ',' in the pattern")
    finish(.sequencePattern, start, mark, flags: .parenthesized)
  }

  /// A capture pattern, the wildcard, a dotted name, or a class pattern.
  private mutating func parseNamePattern(_ start: Int, _ mark: Int) {
    let isWildcard = tokenTextEquals("_")
    takeLeaf(.name)
    while accept(.dot) {
      takeIdentifier("a name after '.'")
      finish(.attribute, start, mark)
    }
    if token == .leftParenthesis {
      parseClassPattern(start, mark)
    } else if nodeCount > mark + 1 {
      finish(.valuePattern, start, mark)
    } else if isWildcard {
      nodes[mark].kind = .wildcardPattern
    } else {
      nodes[mark].kind = .identifier
      finish(.capturePattern, start, mark)
    }
  }
}
