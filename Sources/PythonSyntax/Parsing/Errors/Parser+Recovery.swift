// Recovery from errors, at the next logical line.

extension Parser {
  /// Ends a failed statement and advances to the first token of the next line.
  mutating func recover() {
    guard failed else { return }
    failed = false
    lastLineFailed = true
    lastLineEnd = previousEnd
    recursion = 0
    pending.removeAll(keepingCapacity: true)
    let isInString = formattedNesting > 0
    if isInString {
      bracketDepth = formattedDepth
      formattedNesting = 0
      skipFormattedString()
    }
    fieldDepth = -1
    switch failedToken {
    case .indent, .dedent:
      token = failedToken
      return
    case .newline where !isInString, .endOfFile:
      break
    default:
      if !returnToStatement() { skipLogicalLine() }
    }
    bracketDepth = 0
    isAtLineStart = true
    previousEnd = position
    lex()
  }

  /// If a bracket is unclosed, the unexpected token may begin the next statement, at which parsing then continues.
  private mutating func returnToStatement() -> Bool {
    let line = startOfLine(tokenStart)
    guard bracketDepth > 0, failedToken.isKeyword, line > statementStart, line > lastReturn else { return false }
    guard (line..<tokenStart).allSatisfy({ classes[Int(source[$0])] == .space }) else { return false }
    let continuation = position
    position = line
    if beginsStatement(statementStart - startOfLine(statementStart)) {
      lastReturn = line
      return true
    }
    position = continuation
    return false
  }
}
