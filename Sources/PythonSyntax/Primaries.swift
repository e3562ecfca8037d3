// Primaries: names, literals, displays, and what follows them: attributes, calls, subscripts.

extension Parser {
  mutating func parsePrimary() {
    let start = tokenStart
    let mark = nodeCount
    parseAtom()
    while true {
      switch token {
      case .dot:
        advance()
        takeIdentifier("a name after '.'")
        finish(.attribute, start, mark)
      case .leftParenthesis:
        parseArguments(allowsGenerator: true)
        finish(.call, start, mark)
      case .leftBracket:
        advance()
        parseIndex()
        expect(.rightBracket, "']' or ',' after the index")
        finish(.subscript, start, mark)
      default:
        return
      }
    }
  }

  @inline(__always)
  private mutating func parseAtom() {
    switch token {
    case .name: takeLeaf(.name)
    case .integer: takeLeaf(.integerLiteral)
    case .string, .formattedStart: parseStrings()
    case .leftParenthesis: parseParenthesized()
    case .leftBracket: parseListDisplay()
    case .leftBrace: parseBraceDisplay()
    case .noneKeyword: takeLeaf(.noneLiteral)
    case .trueKeyword: takeLeaf(.trueLiteral)
    case .falseKeyword: takeLeaf(.falseLiteral)
    case .float: takeLeaf(.floatLiteral)
    case .imaginary: takeLeaf(.imaginaryLiteral)
    case .ellipsis: takeLeaf(.ellipsisLiteral)
    default:
      failExpecting("an expression")
      emit(.invalidExpression, previousEnd, previousEnd, nodeCount)
    }
  }

  // MARK: - Parentheses

  /// `()`, a tuple, a generator, a `yield`, or one expression in parentheses.
  private mutating func parseParenthesized() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    if accept(.rightParenthesis) {
      finish(.tuple, start, mark, flags: .parenthesized)
      return
    }
    if token == .yieldKeyword {
      parseYield()
      finishGroup(start)
      return
    }
    parseStarNamedExpression()
    switch token {
    case .comma:
      parseElements(until: .rightParenthesis)
      expect(.rightParenthesis, "')' or ',' in the tuple")
      finish(.tuple, start, mark, flags: .parenthesized)
    case .forKeyword, .asyncKeyword:
      parseComprehensionClauses(mark)
      expect(.rightParenthesis, "')' after the generator")
      finish(.generatorExpression, start, mark, flags: .parenthesized)
    default:
      if !failed, nodes[nodeCount - 1].kind == .starred, !nodes[nodeCount - 1].flags.contains(.parenthesized) {
        report(start, previousEnd, "expected a tuple or call around a starred expression, found only parentheses")
      }
      finishGroup(start)
    }
  }

  /// The closing parenthesis of a single expression, which keeps its own range.
  mutating func finishGroup(_ start: Int) {
    expect(.rightParenthesis, "')' or ','")
    guard !failed || previousEnd > start else { return }
    nodes[nodeCount - 1].flags.insert(.parenthesized)
    groups.append(UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: previousEnd))
  }

  /// Further elements; the current token is the comma after the first.
  private mutating func parseElements(until close: Token) {
    while accept(.comma), token != close {
      parseStarNamedExpression()
    }
  }

  // MARK: - Lists, sets, dictionaries

  private mutating func parseListDisplay() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    if token != .rightBracket {
      parseStarNamedExpression()
      if token == .forKeyword || token == .asyncKeyword {
        parseComprehensionClauses(mark)
        expect(.rightBracket, "']' after the comprehension")
        finish(.listComprehension, start, mark)
        return
      }
      if token == .comma { parseElements(until: .rightBracket) }
    }
    expect(.rightBracket, "']' or ',' in the list")
    finish(.list, start, mark)
  }

  private mutating func parseBraceDisplay() {
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
      finishKeyValue(mark)
      if token == .forKeyword || token == .asyncKeyword {
        parseComprehensionClauses(mark)
        expect(.rightBrace, "'}' after the comprehension")
        finish(.dictionaryComprehension, start, mark)
        return
      }
      if token == .comma { advance() } else if token != .rightBrace { failExpecting("'}' or ',' in the dictionary") }
      parseDictionaryItems(start, mark)
    case .forKeyword, .asyncKeyword:
      parseComprehensionClauses(mark)
      expect(.rightBrace, "'}' after the comprehension")
      finish(.setComprehension, start, mark)
    default:
      if token == .comma { parseElements(until: .rightBrace) }
      expect(.rightBrace, "'}' or ',' in the set")
      finish(.set, start, mark)
    }
  }

  /// The colon and the value after a key that began at `mark`.
  private mutating func finishKeyValue(_ mark: Int) {
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
          failExpecting("'}' or ',', as '**' cannot be used in a comprehension")
        }
      } else {
        parseExpression()
        finishKeyValue(itemMark)
      }
      guard accept(.comma) else { break }
    }
    expect(.rightBrace, "'}' or ',' in the dictionary")
    finish(.dictionary, start, mark)
  }

  // MARK: - Comprehensions

  /// `for` and `async for` clauses after an element that began at `mark`.
  mutating func parseComprehensionClauses(_ mark: Int) {
    let element = nodes[nodeCount - 1]
    if element.kind == .starred && !element.flags.contains(.parenthesized) && !failed {
      report(
        Int(element.start), Int(element.end), "expected an element without '*' in a comprehension, found one with '*'")
    }
    while token == .forKeyword || token == .asyncKeyword {
      let start = tokenStart
      let clauseMark = nodeCount
      let isAsync = accept(.asyncKeyword)
      expect(.forKeyword, "'for' after 'async'")
      parseTargetList()
      expect(.inKeyword, "'in' after the target of the comprehension")
      parseOperators(Precedence.or)
      while accept(.ifKeyword) { parseOperators(Precedence.or) }
      finish(.comprehensionClause, start, clauseMark, flags: isAsync ? .isAsync : NodeFlags(rawValue: 0))
    }
  }

  /// The targets of a `for`, up to its `in`.
  mutating func parseTargetList() {
    let start = tokenStart
    let mark = nodeCount
    parseTarget()
    if token == .comma {
      while accept(.comma), startsExpression { parseTarget() }
      finish(.tuple, start, mark)
    }
    markTarget(nodeCount - 1, .store)
  }

  private mutating func parseTarget() {
    if token == .star { parseStarred() } else { parseOperators(Precedence.bitOr) }
  }

  // MARK: - Subscripts

  /// What stands in the brackets of a subscript: one index, or a tuple of indices.
  private mutating func parseIndex() {
    let start = tokenStart
    let mark = nodeCount
    let isStarred = token == .star
    parseIndexItem()
    guard token == .comma || isStarred else { return }
    while accept(.comma), token != .rightBracket { parseIndexItem() }
    finish(.tuple, start, mark)
  }

  private mutating func parseIndexItem() {
    let start = tokenStart
    let mark = nodeCount
    var flags = NodeFlags(rawValue: 0)
    if token == .star {
      advance()
      parseExpression()
      finish(.starred, start, mark)
      return
    }
    if token != .colon {
      parseNamedExpression()
      guard token == .colon else { return }
      let lower = nodes[nodeCount - 1]
      if lower.kind == .namedExpression && !lower.flags.contains(.parenthesized) {
        failExpecting("']', as ':=' in a slice needs parentheses")
      }
      flags.insert(.first)
    }
    advance()
    if startsExpression {
      parseExpression()
      flags.insert(.second)
    }
    if accept(.colon), startsExpression {
      parseExpression()
      flags.insert(.third)
    }
    finish(.slice, start, mark, flags: flags)
  }
}
