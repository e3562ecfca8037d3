// Skipping the rest of a logical line after an error.

extension Parser {
  /// Skips the rest of the logical line. Inside brackets, it ends before a line that must begin a statement.
  mutating func skipLogicalLine() {
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

  /// Skips the rest of an f-string with an error, or the rest of its line.
  mutating func skipFormattedString() {
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

  /// Whether a line ends in a colon, apart from spaces: then it is a header with an unclosed bracket.
  private func endsInColon(_ lineEnd: Int) -> Bool {
    var cursor = lineEnd - 1
    while cursor > 0, classes[Int(source[cursor])] == .space { cursor -= 1 }
    return cursor >= 0 && source[cursor] == UInt8(ascii: ":")
  }

  /// Whether the line at the position begins with a keyword of a statement, no further right than the failed statement.
  func beginsStatement(_ column: Int) -> Bool {
    var cursor = position
    while classes[Int(source[cursor])] == .space { cursor += 1 }
    guard cursor - position <= column else { return false }
    return source[cursor] == UInt8(ascii: "@") || Parser.statementKeywords.contains(word(at: cursor))
  }

  private func beginsCompound(_ offset: Int) -> Bool { Parser.compoundKeywords.contains(word(at: offset)) }

  private func word(at offset: Int) -> String {
    var end = offset
    while traits[Int(source[end])] & LexicalTables.nameByte != 0 { end += 1 }
    return String(decoding: UnsafeBufferPointer(start: source + offset, count: end - offset), as: UTF8.self)
  }

  private static let compoundKeywords: Set<String> = ["async", "class", "def", "for", "if", "try", "while", "with"]

  private static let statementKeywords: Set<String> = [
    "assert", "async", "break", "class", "continue", "def", "del", "elif", "except", "finally", "for", "from",
    "global", "if", "import", "nonlocal", "pass", "raise", "return", "try", "while", "with",
  ]
}
