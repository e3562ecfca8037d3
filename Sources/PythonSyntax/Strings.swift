// Lexing string literals, and checking their escapes.

extension Parser {
  /// Reads a literal whose quotes stand at `position`, after its prefix. A formatted one is left after its quotes.
  mutating func lexString(_ prefix: StringPieceStyle) {
    let quote = source[position]
    var style = prefix
    token = .string
    if source[position &+ 1] == quote && source[position &+ 2] == quote {
      style.insert(.triple)
      position &+= 3
    } else {
      position &+= 1
    }
    stringStyle = style
    stringIsEscaped = false
    if !style.isDisjoint(with: [.formatted, .template]) {
      token = .formattedStart
      return
    }
    let content = position
    if style.contains(.triple) { lexTripleBody(quote) } else { lexSingleBody(quote) }
    if failed || style.rawValue & ~StringPieceStyle([.prefixMask, .triple, .unicode]).rawValue == 0 && !stringIsEscaped
    {
      return
    }
    checkString(content, position - style.quoteLength, style)
  }

  @inline(__always)
  private mutating func lexSingleBody(_ quote: UInt8) {
    while true {
      while traits[Int(source[position])] & LexicalTables.stringStop == 0 { position &+= 1 }
      let byte = source[position]
      switch byte {
      case quote:
        position &+= 1
        return
      case UInt8(ascii: "\\"):
        stringIsEscaped = true
        position &+= 1
        skipEscapedByte()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        failUnterminated("line")
        return
      case 0 where position >= count:
        failUnterminated("file")
        return
      default:
        position &+= 1
      }
    }
  }

  @inline(__always)
  private mutating func skipEscapedByte() {
    if isLineEnd(source[position]) { skipLineEnd() } else if position < count { position &+= 1 }
  }

  private mutating func lexTripleBody(_ quote: UInt8) {
    let raw = UnsafeRawPointer(source)
    let quotes = Bytewise.repeated(quote)
    let backslashes = Bytewise.repeated(UInt8(ascii: "\\"))
    while true {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let hits = Bytewise.zeros(word ^ quotes) | Bytewise.zeros(word ^ backslashes) | Bytewise.zeros(word)
      if hits == 0 {
        position &+= 8
        continue
      }
      position &+= hits.trailingZeroBitCount / 8
      let byte = source[position]
      if byte == quote {
        if source[position &+ 1] == quote && source[position &+ 2] == quote {
          position &+= 3
          return
        }
        position &+= 1
      } else if byte == UInt8(ascii: "\\") {
        stringIsEscaped = true
        position &+= 1
        skipEscapedByte()
      } else if position >= count {
        failUnterminated("file")
        return
      } else {
        position &+= 1
      }
    }
  }

  private mutating func failUnterminated(_ place: StaticString) {
    position = min(position, count)
    let quotes = stringStyle.contains(.triple) ? "three quotes" : "a quote"
    fail(tokenStart, position, "expected \(quotes) to end the string, found end of \(place)")
  }

  /// Checks what the lexer skipped: bytes beyond ASCII in a bytes literal, and escapes. Errors do not end the statement.
  private mutating func checkString(_ start: Int, _ end: Int, _ style: StringPieceStyle) {
    if style.contains(.bytes), let offset = (start..<end).first(where: { source[$0] >= 0x80 }) {
      report(
        offset, offset + 1, "expected only ascii characters in a bytes literal, found \(describeScalar(at: offset))")
    }
    if stringIsEscaped && !style.contains(.raw) { checkEscapes(start, end, inBytes: style.contains(.bytes)) }
  }

  /// Checks the escapes between two offsets whose forms can be wrong: `\x`, and in text `\u`, `\U` and `\N`.
  mutating func checkEscapes(_ start: Int, _ end: Int, inBytes: Bool) {
    var cursor = start
    while cursor < end {
      guard source[cursor] == UInt8(ascii: "\\") else {
        cursor += 1
        continue
      }
      switch source[cursor + 1] {
      case UInt8(ascii: "x"): checkHexadecimal(cursor, 2, end)
      case UInt8(ascii: "u") where !inBytes: checkHexadecimal(cursor, 4, end)
      case UInt8(ascii: "U") where !inBytes: checkHexadecimal(cursor, 8, end)
      case UInt8(ascii: "N") where !inBytes: checkNamed(cursor, end)
      default: break
      }
      cursor += 2
    }
  }

  private mutating func checkHexadecimal(_ escape: Int, _ digits: Int, _ end: Int) {
    var value = 0
    for cursor in escape + 2..<escape + 2 + digits {
      guard cursor < end, let digit = hexadecimalValue(source[cursor]) else {
        let letter = describeByteText(escape + 1)
        report(escape, min(cursor, end), "expected \(digits) hexadecimal digits after '\\\(letter)'")
        return
      }
      value = value * 16 + digit
    }
    if value > 0x10FFFF { report(escape, escape + 2 + digits, "expected at most 10ffff after '\\U', found more") }
  }

  private mutating func checkNamed(_ escape: Int, _ end: Int) {
    let start = escape + 3
    let close =
      source[escape + 2] == UInt8(ascii: "{")
      ? (start..<max(start, end)).first { source[$0] == UInt8(ascii: "}") } : nil
    guard let close, close > start else {
      report(escape, min(escape + 3, end), "expected a character name in braces after '\\N'")
      return
    }
    let name = String(decoding: UnsafeBufferPointer(start: source + start, count: close - start), as: UTF8.self)
    if UnicodeNames.scalar(named: name) == nil {
      report(escape, close + 1, "expected the name of a unicode character in '\\N{...}', found '\(name)'")
    }
  }

  // MARK: - Parsing

  /// Adjacent literals, which make one string.
  mutating func parseStrings() {
    let start = tokenStart
    let mark = nodeCount
    var style = StringPieceStyle(rawValue: 0)
    var hasText = false
    repeat {
      let piece = stringStyle.subtracting(.prefixMask)
      if piece.isDisjoint(with: [.bytes, .template]) { hasText = true }
      style.formUnion(piece)
      if token == .formattedStart {
        parseFormattedPiece()
      } else {
        emit(
          .stringPiece, tokenStart, position, nodeCount,
          flags: stringIsEscaped && !stringStyle.contains(.raw) ? .escaped : NodeFlags(rawValue: 0),
          payload: stringStyle.rawValue)
        advance()
      }
    } while token == .string || token == .formattedStart
    if style.contains(.bytes) && (hasText || style.contains(.template)) {
      report(start, previousEnd, "expected literals of one type, found bytes and text side by side")
    } else if style.contains(.template) && hasText {
      report(start, previousEnd, "expected only t-strings, found t-strings and other strings side by side")
    }
    let kind: NodeKind =
      style.contains(.template)
      ? .templateString
      : style.contains(.formatted) ? .formattedString : style.contains(.bytes) ? .bytesLiteral : .stringLiteral
    finish(kind, start, mark)
  }
}
