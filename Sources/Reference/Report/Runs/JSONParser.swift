/// Reads JSON (RFC 8259) from bytes, and says at which line and column it stops being JSON.
struct JSONParser {
  /// Where and why a text is not JSON.
  struct Fault: Error {
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
  /// Deeper than any file of a run, and far from where recursion would exhaust the stack.
  private static let maximumDepth = 64

  /// - Parameter line: the number of the text's first line in its file.
  private init(_ bytes: [UInt8], line: Int) {
    self.bytes = bytes
    self.line = line
  }

  /// The one value that `bytes` consist of.
  static func parse(_ bytes: [UInt8], line: Int = 1) throws(Fault) -> LocatedJSON {
    var parser = JSONParser(bytes, line: line)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.next == nil else { throw parser.fault("the end of the file") }
    return value
  }

  private mutating func value() throws(Fault) -> LocatedJSON {
    skipSpace()
    let start = line
    guard let byte = next else { throw fault("a value") }
    switch byte {
    case UInt8(ascii: "{"): return LocatedJSON(content: .object(try object()), line: start)
    case UInt8(ascii: "["): return LocatedJSON(content: .array(try array()), line: start)
    case UInt8(ascii: "\""): return LocatedJSON(content: .string(try string()), line: start)
    default: return LocatedJSON(content: try word(), line: start)
    }
  }

  private mutating func object() throws(Fault) -> [String: LocatedJSON] {
    var fields: [String: LocatedJSON] = [:]
    try enter()
    if take("}") { return fields }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes") }
      let key = try string()
      guard take(":") else { throw fault("':' after the key \"\(key)\"") }
      fields[key] = try value()
    } while take(",")
    guard take("}") else { throw fault("',' or '}'") }
    return fields
  }

  private mutating func array() throws(Fault) -> [LocatedJSON] {
    var items: [LocatedJSON] = []
    try enter()
    if take("]") { return items }
    repeat { items.append(try value()) } while take(",")
    guard take("]") else { throw fault("',' or ']'") }
    return items
  }

  private mutating func enter() throws(Fault) {
    depth += 1
    if depth > Self.maximumDepth { throw fault("at most \(Self.maximumDepth) levels of nesting") }
    position += 1
  }

  /// A number or one of the words that JSON knows.
  private mutating func word() throws(Fault) -> LocatedJSON.Content {
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
      throw fault("a value")
    }
  }

  /// The byte at the position; nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Skips space and takes `character` if it comes next.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    if character == "}" || character == "]" { depth -= 1 }
    position += 1
    return true
  }

  private mutating func skipSpace() {
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

  /// The complaint that `expected` does not stand at the position.
  func fault(_ expected: String) -> Fault {
    var found = "the end of the file"
    if position < bytes.count {
      let rest = String(decoding: bytes[position...].prefix(12), as: UTF8.self)
      found = "'\(rest.prefix { !$0.isNewline })'"
    }
    return Fault(line: line, column: position - lineStart + 1, expected: expected, found: found)
  }
}
