extension TOMLParser {
  /// A string of any of the four kinds.
  mutating func string() throws(YAMLError) -> String {
    guard let quote = cursor.next, cursor.peek(1) == quote, cursor.peek(2) == quote else { return try lineString() }
    return try text(in: quote, isLong: true)
  }

  /// A string on one line, in either kind of quotes.
  mutating func lineString() throws(YAMLError) -> String {
    guard let quote = cursor.next else { return "" }
    return try text(in: quote, isLong: false)
  }

  /// - Parameter isLong: Whether it is in triple quotes and may span lines.
  private mutating func text(in quote: UInt8, isLong: Bool) throws(YAMLError) -> String {
    let start = cursor.mark()
    let hasEscapes = quote == UInt8(ascii: "\"")
    var bytes: [UInt8] = []
    cursor.advance(isLong ? 3 : 1)
    if isLong { _ = cursor.skipNewline() }
    while true {
      bytes += cursor.skip { byte in
        byte != quote && !(hasEscapes && byte == UInt8(ascii: "\\")) && !TOMLCursor.isControl(byte)
      }
      switch cursor.next {
      case quote?:
        if !isLong {
          cursor.advance()
          return String(decoding: bytes, as: UTF8.self)
        }
        if let inside = closingQuotes(quote) {
          bytes += Array(repeating: quote, count: inside)
          return String(decoding: bytes, as: UTF8.self)
        }
        bytes += cursor.skip { $0 == quote }
      case UInt8(ascii: "\\")?: try escape(isLong: isLong, into: &bytes)
      case let byte? where cursor.newline == 0:
        throw YAMLError(
          at: cursor.mark(), "this string has a control character", found: TOMLCursor.name(of: byte),
          advice: "write it as '\\u\(TOMLCursor.name(of: byte).dropFirst(2))' in double quotes")
      default:
        // Both kinds of line break become a line feed.
        guard isLong, cursor.skipNewline() else {
          let end = String(repeating: Character(Unicode.Scalar(quote)), count: isLong ? 3 : 1)
          throw YAMLError(at: start, "this string is not closed", expected: "\(end) at its end", found: cursor.found)
        }
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }

  /// Skips the closing quotes of a long string and returns how many quotes in front of them, at most two, belong to the
  /// text. Returns nil and skips nothing if the string continues.
  private mutating func closingQuotes(_ quote: UInt8) -> Int? {
    var count = 0
    while count < 5, cursor.peek(count) == quote { count += 1 }
    guard count >= 3 else { return nil }
    cursor.advance(count)
    return count - 3
  }

  private mutating func escape(isLong: Bool, into bytes: inout [UInt8]) throws(YAMLError) {
    let mark = cursor.mark()
    cursor.advance()
    if isLong, try skipLineEnd(at: mark) { return }
    let letter = cursor.next
    switch letter {
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(letter ?? 0)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      cursor.advance()
      bytes += try character(digits: letter == UInt8(ascii: "u") ? 4 : 8, at: mark)
      return
    default: throw wrongEscape(at: mark)
    }
    cursor.advance()
  }

  /// Skips a line break after a backslash, and all whitespace that follows; false if there is no line break.
  private mutating func skipLineEnd(at mark: Mark) throws(YAMLError) -> Bool {
    let space = cursor.skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard cursor.newline > 0 else {
      if space.isEmpty || cursor.next == nil { return false }
      throw wrongEscape(at: mark)
    }
    cursor.skipSpaceAndNewlines()
    return true
  }

  private mutating func character(digits: Int, at mark: Mark) throws(YAMLError) -> String.UTF8View {
    let start = cursor.index
    while cursor.index < start + digits, cursor.next?.isHexDigit == true { cursor.advance() }
    let text = String(decoding: cursor.bytes[start..<cursor.index], as: UTF8.self)
    guard text.utf8.count == digits, let scalar = UInt32(text, radix: 16).flatMap(Unicode.Scalar.init) else {
      throw YAMLError(
        at: mark, "this is not a Unicode character", expected: "\(digits) hexadecimal digits of one",
        found: text.isEmpty ? cursor.found : "'\(text)'")
    }
    return String(scalar).utf8
  }

  private mutating func wrongEscape(at mark: Mark) -> YAMLError {
    YAMLError(
      at: mark, "unknown escape", expected: #"one of \b \t \n \f \r \" \\ \uXXXX \UXXXXXXXX"#,
      found: "a backslash before \(cursor.found)", advice: "write '\\\\' for a backslash, or use single quotes"
    )
  }
}
