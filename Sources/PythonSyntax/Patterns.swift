// The patterns of `case`.

extension Parser {
  /// What stands after `case`: one pattern, or a sequence without brackets.
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

  /// Alternatives, and perhaps a name for what matched.
  private mutating func parsePattern() {
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
      fail(nameStart, position, "expected a plain name after 'as' in a pattern, found '\(tokenText())' behind it")
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

  private mutating func parsePatterns(until close: Token) {
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

  /// A capture, the wildcard, a dotted value, or a class pattern.
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

  private mutating func parseClassPattern(_ start: Int, _ mark: Int) {
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
          failExpecting("')' or ',', as only a name may stand before '='")
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

  private mutating func parseMappingPattern() {
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
      if token != .dot { failExpecting("'.', as a key is a literal or a dotted name") }
      while accept(.dot) {
        takeIdentifier("a name after '.'")
        finish(.attribute, start, mark)
      }
    }
  }

  /// A number with its sign, or a complex number as a sum or difference.
  private mutating func parseNumber() {
    let start = tokenStart
    let mark = nodeCount
    let isReal = parseSignedNumber()
    guard token == .plus || token == .minus else { return }
    if !isReal { failExpecting("':', as a complex number begins with its real part") }
    let operation: BinaryOperator = token == .plus ? .add : .subtract
    advance()
    if token == .imaginary {
      takeLeaf(.imaginaryLiteral)
    } else {
      failExpecting("an imaginary number")
      emit(.invalidExpression, previousEnd, previousEnd, nodeCount)
    }
    finish(.binaryOperation, start, mark, payload: operation.rawValue)
  }

  /// Returns whether the number is real.
  private mutating func parseSignedNumber() -> Bool {
    let start = tokenStart
    let mark = nodeCount
    let isNegative = accept(.minus)
    let isReal = token != .imaginary
    switch token {
    case .integer: takeLeaf(.integerLiteral)
    case .float: takeLeaf(.floatLiteral)
    case .imaginary: takeLeaf(.imaginaryLiteral)
    default:
      failExpecting("a number")
      emit(.invalidExpression, previousEnd, previousEnd, nodeCount)
    }
    if isNegative { finish(.unaryOperation, start, mark, payload: UnaryOperator.negate.rawValue) }
    return isReal
  }
}
