// Going on after an error: the rest of the logical line is skipped.

extension Parser {
  /// Ends the failed statement and goes to the first token of the next line.
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

  /// Where a bracket was left open, the token at fault may itself begin the next statement: then that is where to go on.
  private mutating func returnToStatement() -> Bool {
    let line = startOfLine(tokenStart)
    guard bracketDepth > 0, failedToken.isKeyword, line > statementStart, line > lastReturn else { return false }
    guard (line..<tokenStart).allSatisfy({ classes[Int(source[$0])] == .blank }) else { return false }
    let behind = position
    position = line
    if beginsStatement(statementStart - startOfLine(statementStart)) {
      lastReturn = line
      return true
    }
    position = behind
    return false
  }

  /// Goes behind the f-string in which the error lies, or to the end of its line.
  private mutating func skipFormattedString() {
    let isTriple = formattedStyle.contains(.triple)
    while position < count {
      let byte = source[position]
      if byte == UInt8(ascii: "\\") {
        position = min(position + 2, count)
      } else if byte == formattedQuote {
        if !isTriple {
          position += 1
          return
        }
        if source[position + 1] == byte && source[position + 2] == byte {
          position += 3
          return
        }
        position += 1
      } else if !isTriple && isLineEnd(byte) {
        return
      } else {
        position += 1
      }
    }
  }

  /// Goes behind the line end that ends the logical line. Inside brackets that is a line that must begin a statement.
  private mutating func skipLogicalLine() {
    let column = statementStart - startOfLine(statementStart)
    let isHeader = bracketDepth > 0 && beginsCompound(statementStart)
    while position < count {
      let byte = source[position]
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        let endsHeader = isHeader && endsInColon(position)
        skipLineEnd()
        if bracketDepth <= 0 || endsHeader || beginsStatement(column) { return }
      case UInt8(ascii: "#"):
        skipComment()
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        skipQuoted(byte)
      case UInt8(ascii: "\\"):
        position += 1
        if isLineEnd(source[position]) && position < count { skipLineEnd() }
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        bracketDepth += 1
        position += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        bracketDepth -= 1
        position += 1
      default:
        position += 1
      }
    }
    position = count
  }

  /// Whether the line at the position begins with a statement's keyword, no further right than the failed statement.
  private func beginsStatement(_ column: Int) -> Bool {
    var cursor = position
    while classes[Int(source[cursor])] == .blank { cursor += 1 }
    guard cursor - position <= column else { return false }
    return source[cursor] == UInt8(ascii: "@") || Parser.statementKeywords.contains(word(at: cursor))
  }

  private func beginsCompound(_ offset: Int) -> Bool { Parser.compoundKeywords.contains(word(at: offset)) }

  private func word(at offset: Int) -> String {
    var end = offset
    while traits[Int(source[end])] & LexicalTables.nameByte != 0 { end += 1 }
    return String(decoding: UnsafeBufferPointer(start: source + offset, count: end - offset), as: UTF8.self)
  }

  /// Whether the last byte before a line end, blanks aside, is a colon: the header of a block, its brackets left open.
  private func endsInColon(_ lineEnd: Int) -> Bool {
    var cursor = lineEnd - 1
    while cursor > 0, classes[Int(source[cursor])] == .blank { cursor -= 1 }
    return cursor >= 0 && source[cursor] == UInt8(ascii: ":")
  }

  private static let compoundKeywords: Set<String> = ["async", "class", "def", "for", "if", "try", "while", "with"]

  private static let statementKeywords: Set<String> = [
    "assert", "async", "break", "class", "continue", "def", "del", "elif", "except", "finally", "for", "from",
    "global", "if", "import", "nonlocal", "pass", "raise", "return", "try", "while", "with",
  ]

  private mutating func skipQuoted(_ quote: UInt8) {
    let isTriple = source[position + 1] == quote && source[position + 2] == quote
    position += isTriple ? 3 : 1
    while position < count {
      let byte = source[position]
      if byte == UInt8(ascii: "\\") {
        position = min(position + 2, count)
      } else if byte == quote && (!isTriple || (source[position + 1] == quote && source[position + 2] == quote)) {
        position += isTriple ? 3 : 1
        return
      } else if isLineEnd(byte) && !isTriple {
        return
      } else {
        position += 1
      }
    }
    position = min(position, count)
  }
}
