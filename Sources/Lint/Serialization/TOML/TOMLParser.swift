/// Parses a document, one statement at a time.
struct TOMLParser {
  var cursor: TOMLCursor
  private var valuesLeft: Int
  private let maximumValues: Int

  init(_ cursor: TOMLCursor, maximumValues: Int) {
    self.cursor = cursor
    self.maximumValues = maximumValues
    valuesLeft = maximumValues
  }

  mutating func document() throws(YAMLError) -> YAMLNode {
    var tables = TOMLTables(at: cursor.mark(), depth: 1)
    while true {
      cursor.skipSpaceAndNewlines()
      guard let next = cursor.next else { return tables.node }
      switch next {
      case UInt8(ascii: "["): try header(in: &tables)
      case UInt8(ascii: "#"): break
      default: try pair(in: &tables)
      }
      try comment()
      guard cursor.next == nil || cursor.newline > 0 else {
        throw YAMLError(
          at: cursor.mark(), "unexpected text after a statement", expected: "the end of the line or a comment",
          found: cursor.found)
      }
    }
  }

  /// `[table]`, `[[array of tables]]`
  private mutating func header(in tables: inout TOMLTables) throws(YAMLError) {
    let mark = cursor.mark()
    cursor.advance()
    let isArray = cursor.skip(UInt8(ascii: "["))
    cursor.skipSpace()
    let keys = try keys()
    let end = isArray ? "]]" : "]"
    for byte in end.utf8 where !cursor.skip(byte) {
      throw YAMLError(
        at: cursor.mark(), "the name of a table is not closed", expected: "'\(end)'", found: cursor.found)
    }
    try tables.open(keys, isArray: isArray, at: mark)
  }

  /// `key = value`
  mutating func pair(in tables: inout TOMLTables) throws(YAMLError) {
    let keys = try keys()
    guard cursor.skip(UInt8(ascii: "=")) else {
      throw YAMLError(
        at: cursor.mark(), "the key '\(keys[keys.count - 1].text)' has no value", expected: "'='", found: cursor.found)
    }
    cursor.skipSpace()
    let value = try value(depth: tables.depth + keys.count)
    try tables.set(keys, to: value)
  }

  /// `a."b c".d`, including the whitespace after it.
  private mutating func keys() throws(YAMLError) -> [TOMLKey] {
    var keys = [try key()]
    while cursor.skip(UInt8(ascii: ".")) {
      cursor.skipSpace()
      keys.append(try key())
    }
    return keys
  }

  private mutating func key() throws(YAMLError) -> TOMLKey {
    let mark = cursor.mark()
    let text: String
    switch cursor.next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): text = try lineString()
    default:
      let name = cursor.skip(while: Self.isBare)
      guard !name.isEmpty else {
        throw YAMLError(
          at: mark, "a key is missing", expected: "letters, digits, '-', '_', or a name in quotes", found: cursor.found)
      }
      text = String(decoding: name, as: UTF8.self)
    }
    try count(at: mark)
    cursor.skipSpace()
    return TOMLKey(text: text, mark: mark)
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    byte.isIdentifierByte && byte < 0x80 || byte == UInt8(ascii: "-")
  }

  /// Skips whitespace and a comment.
  mutating func comment() throws(YAMLError) {
    cursor.skipSpace()
    guard cursor.next == UInt8(ascii: "#") else { return }
    cursor.skip { !TOMLCursor.isControl($0) }
    guard cursor.next == nil || cursor.newline > 0 else {
      throw YAMLError(at: cursor.mark(), "a comment has a control character", found: cursor.found, advice: "remove it")
    }
  }

  /// Counts a key or a value.
  mutating func count(at mark: Mark) throws(YAMLError) {
    valuesLeft -= 1
    guard valuesLeft >= 0 else {
      throw YAMLError(at: mark, "this file has too many keys and values", expected: "at most \(maximumValues)")
    }
  }
}
