// String tokens.

extension Parser {
  /// Reads a literal whose quotes are at `position`, after its prefix; of f-strings and t-strings, only the quotes.
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
}
