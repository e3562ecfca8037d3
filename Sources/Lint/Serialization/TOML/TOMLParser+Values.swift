extension TOMLParser {
  /// Any value.
  ///
  /// - Parameter depth: Its level of nesting.
  mutating func value(depth: Int) throws(YAMLError) -> YAMLNode {
    let mark = cursor.mark()
    try count(at: mark)
    guard depth <= TOMLTables.maximumDepth else { throw TOMLTables.tooDeep(at: mark) }
    switch cursor.next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return YAMLNode(.scalar(YAMLScalar(try string(), style: .doubleQuoted)), at: mark)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    default: return YAMLNode(.scalar(try word(at: mark)), at: mark)
    }
  }

  private mutating func array(depth: Int) throws(YAMLError) -> YAMLNode {
    let mark = cursor.mark()
    cursor.advance()
    var items: [YAMLNode] = []
    try skipLines()
    while !cursor.skip(UInt8(ascii: "]")) {
      items.append(try value(depth: depth + 1))
      try skipLines()
      if cursor.skip(UInt8(ascii: ",")) {
        try skipLines()
      } else if cursor.next != UInt8(ascii: "]") {
        throw notClosed("the array", since: mark, expected: "',' or ']'")
      }
    }
    return YAMLNode(.sequence(items), at: mark)
  }

  private mutating func inlineTable(depth: Int) throws(YAMLError) -> YAMLNode {
    let mark = cursor.mark()
    cursor.advance()
    var tables = TOMLTables(at: mark, depth: depth)
    cursor.skipSpace()
    if cursor.skip(UInt8(ascii: "}")) { return tables.node }
    while true {
      cursor.skipSpace()
      try pair(in: &tables)
      cursor.skipSpace()
      if cursor.skip(UInt8(ascii: "}")) { return tables.node }
      guard cursor.skip(UInt8(ascii: ",")) else {
        throw notClosed("the inline table", since: mark, expected: "',' or '}' on the same line")
      }
    }
  }

  /// Skips whitespace, line breaks and comments inside an array.
  private mutating func skipLines() throws(YAMLError) {
    repeat {
      cursor.skipSpaceAndNewlines()
      try comment()
    } while cursor.newline > 0
  }

  private mutating func notClosed(_ what: String, since start: Mark, expected: String) -> YAMLError {
    YAMLError(
      at: cursor.mark(), "\(what) that starts on line \(start.line) is not closed", expected: expected,
      found: cursor.found)
  }

  /// A boolean, a number, a date or a time.
  private mutating func word(at mark: Mark) throws(YAMLError) -> YAMLScalar {
    var word = cursor.skip(while: Self.isOfWord)
    // "1979-05-27 07:32:00" is the only value that contains a space.
    if TOMLDate.isDate(word), cursor.next == UInt8(ascii: " "), cursor.peek(1)?.isDigit == true {
      cursor.advance()
      let time = cursor.skip(while: Self.isOfWord)
      word = cursor.bytes[word.startIndex..<time.endIndex]
    }
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "": throw YAMLError(at: mark, "a value is missing", expected: Self.values, found: cursor.found)
    case "true": return YAMLScalar(text, value: .bool(true))
    case "false": return YAMLScalar(text, value: .bool(false))
    default: break
    }
    switch TOMLDate.isValid(word) {
    case true?: return YAMLScalar(text, value: .string(text))
    case false?:
      throw YAMLError(
        at: mark, "this is not a date or time", expected: "one such as 1979-05-27, 07:32:00 or 1979-05-27T07:32:00Z",
        found: "'\(Self.shown(text))'")
    case nil: break
    }
    if let number = TOMLNumber.scalar(word) { return number }
    throw Self.invalid(text, at: mark)
  }

  private static func invalid(_ text: String, at mark: Mark) -> YAMLError {
    if TOMLNumber.isTooLarge(text) {
      return YAMLError(
        at: mark, "the number \(shown(text)) does not fit into 64 bits", expected: "at most \(Int.max)",
        advice: "put it in quotes to keep it as text")
    }
    let advice =
      ["true", "false", "inf", "nan"].first { $0 == text.lowercased() }.map { "write '\($0)'" }
      ?? "put text in quotes"
    return YAMLError(at: mark, "this is not a value", expected: values, found: "'\(shown(text))'", advice: advice)
  }

  private static let values = "a string in quotes, a number, true, false, a date, '[' or '{'"

  private static func shown(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte.isIdentifierByte && byte < 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }
}
