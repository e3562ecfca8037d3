// The arguments of calls and of classes.

extension Parser {
  /// `(a, *b, c=d, **e)`, or one generator without its own parentheses.
  mutating func parseArguments(allowsGenerator: Bool) {
    let start = tokenStart
    let mark = nodeCount
    var hasKeyword = false
    var hasUnpack = false
    advance()
    while token != .rightParenthesis && !failed {
      let argumentStart = tokenStart
      let argumentMark = nodeCount
      switch token {
      case .star:
        advance()
        parseExpression()
        finish(.starred, argumentStart, argumentMark)
        if hasUnpack {
          report(argumentStart, previousEnd, "expected a keyword argument after '**', found a starred argument")
        }
      case .doubleStar:
        advance()
        parseExpression()
        finish(.keywordUnpack, argumentStart, argumentMark)
        hasUnpack = true
      default:
        parseNamedExpression()
        switch token {
        case .equal:
          finishKeyword(argumentStart, argumentMark)
          hasKeyword = true
          if token == .forKeyword || token == .asyncKeyword {
            failExpecting("')' or ',' after the keyword argument")
          }
        case .forKeyword, .asyncKeyword:
          parseComprehensionClauses()
          if allowsGenerator && argumentMark == mark && token == .rightParenthesis {
            advance()
            finish(.generatorExpression, start, mark)
            finish(.arguments, start, mark)
            return
          }
          finish(.generatorExpression, argumentStart, argumentMark)
          if !failed {
            report(argumentStart, previousEnd, "expected parentheses around a generator that is not the only argument")
          }
        default:
          if !failed && (hasKeyword || hasUnpack) {
            let other = hasUnpack ? "'**'" : "a keyword argument"
            report(
              argumentStart, previousEnd, "expected a keyword argument after \(other), found a positional argument")
          }
        }
      }
      guard accept(.comma) else { break }
    }
    expect(.rightParenthesis, "')' or ',' in the arguments")
    finish(.arguments, start, mark)
  }

  /// `=` and the value after the name of a keyword argument.
  private mutating func finishKeyword(_ start: Int, _ mark: Int) {
    guard isBareName(mark) else {
      let name = nodes[nodeCount - 1]
      // `torch.dtype=x` is rather a replacement of `torch_dtype` gone wrong.
      let hint = name.kind == .attribute ? "" : "; did you mean '=='?"
      fail(start, previousEnd, "expected a name before '=' in the arguments, found \(describe(name))\(hint)")
      return
    }
    nodes[mark].kind = .identifier
    advance()
    parseExpression()
    finish(.keywordArgument, start, mark)
  }
}
