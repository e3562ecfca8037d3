// Parameters of functions and lambdas, and type parameters.

extension Parser {
  /// Parameters up to a closing parenthesis, or without annotations up to the colon of a lambda.
  mutating func parseParameters(until close: Token) {
    let mark = nodeCount
    var kind = ParameterKind.positionalOrKeyword
    var hasDefault = false
    var hasSlash = false
    var hasStar = false
    var hasBareStar = false
    while token != close && !failed {
      switch token {
      case .slash:
        if hasSlash || hasStar || nodeCount == mark {
          failExpecting(
            hasSlash ? "only one '/'" : hasStar ? "'/' before '*'" : "a parameter before '/'")
        }
        advance()
        hasSlash = true
        makePositionalOnly(mark)
      case .star:
        if hasStar { failExpecting("only one '*'") }
        hasStar = true
        let start = tokenStart
        let parameterMark = nodeCount
        advance()
        kind = .keywordOnly
        if token == .comma || token == close {
          hasBareStar = true
        } else {
          parseParameter(start, parameterMark, .variadicPositional, close)
        }
      case .doubleStar:
        if hasBareStar { failExpecting("a named parameter after a bare '*'") }
        let start = tokenStart
        let parameterMark = nodeCount
        advance()
        parseParameter(start, parameterMark, .variadicKeyword, close)
        if accept(.comma), token != close { failExpecting("nothing after the '**' parameter") }
        return
      default:
        let start = tokenStart
        parseParameter(start, nodeCount, kind, close)
        let isDefault = nodes[nodeCount - 1].flags.contains(.second)
        if kind == .positionalOrKeyword {
          if hasDefault && !isDefault {
            report(start, previousEnd, "expected a default, because an earlier parameter has one")
          }
          hasDefault = hasDefault || isDefault
        }
        hasBareStar = false
      }
      guard accept(.comma) else { break }
    }
    if hasBareStar { failExpecting("a named parameter after a bare '*'") }
  }

  /// Marks the parameters since `mark` as positional-only.
  private mutating func makePositionalOnly(_ mark: Int) {
    var index = nodeCount - 1
    while index >= mark {
      nodes[index].payload = ParameterKind.positionalOnly.rawValue
      index -= Int(nodes[index].subtreeEnd)
    }
  }

  private mutating func parseParameter(_ start: Int, _ mark: Int, _ kind: ParameterKind, _ close: Token) {
    var flags = NodeFlags(rawValue: 0)
    takeIdentifier("a parameter name")
    if close == .rightParenthesis, accept(.colon) {
      if token == .star && kind == .variadicPositional { parseStarred() } else { parseExpression() }
      flags.insert(.first)
    }
    if token == .equal {
      if kind == .variadicPositional || kind == .variadicKeyword {
        failExpecting("no default for a variadic parameter")
      }
      advance()
      parseExpression()
      flags.insert(.second)
    }
    finish(.parameter, start, mark, flags: flags, payload: kind.rawValue)
  }

  /// `[T: bound = default, *Ts, **P]`; the current token is the bracket.
  mutating func parseTypeParameters() {
    let start = tokenStart
    let mark = nodeCount
    advance()
    if token == .rightBracket { failExpecting("a type parameter") }
    while token != .rightBracket && !failed {
      parseTypeParameter()
      guard accept(.comma) else { break }
    }
    expect(.rightBracket, "']' or ',' in the type parameters")
    finish(.typeParameters, start, mark)
  }

  private mutating func parseTypeParameter() {
    let start = tokenStart
    let mark = nodeCount
    var flags = NodeFlags(rawValue: 0)
    let kind: TypeParameterKind =
      accept(.star) ? .typeVariableTuple : accept(.doubleStar) ? .parameterSpecification : .typeVariable
    takeIdentifier("the name of a type parameter")
    if token == .colon {
      if kind != .typeVariable { failExpecting("no bound for a variadic type parameter") }
      advance()
      parseExpression()
      flags.insert(.first)
    }
    if accept(.equal) {
      if kind == .typeVariableTuple { parseStarExpression() } else { parseExpression() }
      flags.insert(.second)
    }
    finish(.typeParameter, start, mark, flags: flags, payload: kind.rawValue)
  }
}
