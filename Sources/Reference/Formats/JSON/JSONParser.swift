/// Parses JSON (RFC 8259) and reports syntax errors by line and column.
struct JSONParser {
  /// The position and cause of a syntax error; columns count bytes from 1.
  struct SyntaxError: Error {
    var line: Int
    var column: Int
    var expected: String
    var found: String
  }

  let bytes: [UInt8]
  var position = 0
  private var line: Int
  private var lineStart = 0
  private var depth = 0
  /// Deeper than any file of a run, and shallow enough that recursion cannot overflow the stack.
  private static let depthLimit = 64

  /// - Parameter line: the line number of the first byte in its file.
  private init(_ bytes: [UInt8], line: Int) {
    self.bytes = bytes
    self.line = line
  }

  /// Parses a document that consists of one value.
  static func parse(_ bytes: [UInt8], line: Int = 1) throws(SyntaxError) -> LocatedJSON {
    var parser = JSONParser(bytes, line: line)
    let value = try parser.value()
    parser.skipWhitespace()
    guard parser.next == nil else { throw parser.syntaxError("the end of the file") }
    return value
  }

  private mutating func value() throws(SyntaxError) -> LocatedJSON {
    skipWhitespace()
    let start = line
    guard let byte = next else { throw syntaxError("a value") }
    switch byte {
    case UInt8(ascii: "{"): return LocatedJSON(content: .object(try object()), line: start)
    case UInt8(ascii: "["): return LocatedJSON(content: .array(try array()), line: start)
    case UInt8(ascii: "\""): return LocatedJSON(content: .string(try string()), line: start)
    default: return LocatedJSON(content: try word(), line: start)
    }
  }

  private mutating func object() throws(SyntaxError) -> [String: LocatedJSON] {
    var fields: [String: LocatedJSON] = [:]
    try enter()
    if take("}") { return fields }
    repeat {
      skipWhitespace()
      guard next == UInt8(ascii: "\"") else { throw syntaxError("a key in quotes") }
      let key = try string()
      guard take(":") else { throw syntaxError("':' after the key \"\(key)\"") }
      fields[key] = try value()
    } while take(",")
    guard take("}") else { throw syntaxError("',' or '}'") }
    return fields
  }

  private mutating func array() throws(SyntaxError) -> [LocatedJSON] {
    var items: [LocatedJSON] = []
    try enter()
    if take("]") { return items }
    repeat { items.append(try value()) } while take(",")
    guard take("]") else { throw syntaxError("',' or ']'") }
    return items
  }

  private mutating func enter() throws(SyntaxError) {
    depth += 1
    if depth > Self.depthLimit { throw syntaxError("at most \(Self.depthLimit) levels of nesting") }
    position += 1
  }

  /// A number or literal.
  private mutating func word() throws(SyntaxError) -> LocatedJSON.Content {
    let start = position
    while let byte = next, Self.isWordByte(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .number(.nan, text: text)
    case "Infinity": return .number(.infinity, text: text)
    case "-Infinity": return .number(-.infinity, text: text)
    default:
      let isNumber = text.utf8.allSatisfy {
        $0 < UInt8(ascii: "A") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E")
      }
      if isNumber, let number = Double(text) { return .number(number, text: text) }
      position = start
      throw syntaxError("a value")
    }
  }

  /// The next byte; nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Skips whitespace, then consumes `character` if it is next.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipWhitespace()
    guard next == UInt8(ascii: character) else { return false }
    if character == "}" || character == "]" { depth -= 1 }
    position += 1
    return true
  }

  private mutating func skipWhitespace() {
    while let byte = next, [0x20, 0x09, 0x0a, 0x0d].contains(byte) {
      position += 1
      if byte == 0x0a {
        line += 1
        lineStart = position
      }
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch Character(Unicode.Scalar(byte)) {
    case "a"..."z", "A"..."Z", "0"..."9", "+", "-", ".": true
    default: false
    }
  }

  /// The error that `expected` was not found at the current position.
  func syntaxError(_ expected: String) -> SyntaxError {
    var found = "the end of the file"
    if position < bytes.count {
      let rest = String(decoding: bytes[position...].prefix(12), as: UTF8.self)
      found = "'\(rest.prefix { !$0.isNewline })'"
    }
    return SyntaxError(line: line, column: position - lineStart + 1, expected: expected, found: found)
  }
}
