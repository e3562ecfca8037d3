// Primaries: atoms with attributes, calls and subscripts.

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
      parseComprehensionClauses()
      expect(.rightParenthesis, "')' after the generator")
      finish(.generatorExpression, start, mark, flags: .parenthesized)
    default:
      if !failed, nodes[nodeCount - 1].kind == .starred, !nodes[nodeCount - 1].flags.contains(.parenthesized) {
        report(start, previousEnd, "expected a tuple or call around a starred expression, found only parentheses")
      }
      finishGroup(start)
    }
  }

  /// The closing parenthesis of a single expression, whose range excludes the parentheses.
  mutating func finishGroup(_ start: Int) {
    expect(.rightParenthesis, "')' or ','")
    guard !failed || previousEnd > start else { return }
    nodes[nodeCount - 1].flags.insert(.parenthesized)
    groups.append(UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: previousEnd))
  }
}
