// Functions and classes with their decorators.

extension Parser {
  mutating func parseDecorated() {
    let start = tokenStart
    let mark = nodeCount
    while token == .at {
      let decoratorStart = tokenStart
      let decoratorMark = nodeCount
      advance()
      parseNamedExpression()
      finish(.decorator, decoratorStart, decoratorMark)
      endLine()
    }
    let isDefinition = !failed && (token == .defKeyword || token == .classKeyword || token == .asyncKeyword)
    emit(.decorators, start, isDefinition ? tokenStart : lastLineEnd, mark)
    let isAsync = accept(.asyncKeyword)
    switch token {
    case .defKeyword:
      parseFunction(start, mark, isAsync: isAsync)
    case .classKeyword where !isAsync:
      parseClass(start, mark)
    default:
      if !failed {
        let found = describeToken()
        report(tokenStart, tokenEnd, "expected a function or class after decorators, found \(found)")
      }
      emit(.invalidStatement, start, max(lastLineEnd, Int(nodes[nodeCount - 1].end)), mark)
    }
  }

  /// A function; `start` and `mark` are those of its decorators or of `async`, if any.
  mutating func parseFunction(_ start: Int, _ mark: Int, isAsync: Bool) {
    advance()
    takeIdentifier("the name of the function")
    if token == .leftBracket { parseTypeParameters() }
    let parametersStart = failed ? previousEnd : tokenStart
    let parametersMark = nodeCount
    expect(.leftParenthesis, "'(' after the name of the function")
    parseParameters(until: .rightParenthesis)
    expect(.rightParenthesis, "')' or ',' in the parameters")
    finish(.parameters, parametersStart, parametersMark)
    if accept(.arrow) { parseExpression() }
    parseBlock("the function header")
    emit(.functionDefinition, start, lastLineEnd, mark, flags: isAsync ? .isAsync : NodeFlags(rawValue: 0))
  }

  mutating func parseClass(_ start: Int, _ mark: Int) {
    advance()
    takeIdentifier("the name of the class")
    if token == .leftBracket { parseTypeParameters() }
    if token == .leftParenthesis { parseArguments(allowsGenerator: false) }
    parseBlock("the class header")
    emit(.classDefinition, start, lastLineEnd, mark)
  }
}
