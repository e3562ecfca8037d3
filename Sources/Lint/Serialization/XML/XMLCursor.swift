import LintSourceText

/// A strict XML reader for the subset that coverage reports use.
///
/// libxml2, which Foundation's `XMLParser` is on, would bring six more shared libraries, ICU's tables among them,
/// into every start of the program for a file that most runs never read. Here nothing is fetched or expanded:
/// document types are passed over, and the only entities are XML's own five and characters by number.
package struct XMLCursor {
  package enum Event {
    case open(name: String, attributes: [String: String])
    case text(String)
    case close(name: String)
  }

  package struct Malformed: Error {
    package var offset: Int
    package var problem: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  package private(set) var offset = 0
  private var elements: [String] = []
  /// The end of an element that was written as `<line/>`.
  private var pendingClose = false
  private var sawRoot = false

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next event; nil at the end of a whole document.
  package mutating func next() throws(Malformed) -> Event? {
    if pendingClose {
      pendingClose = false
      return .close(name: elements.removeLast())
    }
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
        if elements.isEmpty {
          guard let stray = (start..<offset).first(where: { !Self.isSpace(bytes[$0]) }) else { continue }
          throw Malformed(offset: stray, problem: "text outside of the document's element")
        }
        return .text(try unescaped(start..<offset))
      }
      if follows("<!--") {
        try pass(upTo: "-->", "a comment that never ends")
      } else if follows("<?") {
        try pass(upTo: "?>", "an instruction that never ends")
      } else if follows("<![CDATA[") {
        let start = offset + 9
        try pass(upTo: "]]>", "a CDATA section that never ends")
        return .text(String(decoding: bytes[start..<(offset - 3)], as: UTF8.self))
      } else if follows("<!") {
        try passDocumentType()
      } else {
        return try tag()
      }
    }
    if let open = elements.last { throw Malformed(offset: offset, problem: "it ends before '</\(open)>'") }
    if !sawRoot { throw Malformed(offset: offset, problem: "it has no element") }
    return nil
  }

  private mutating func tag() throws(Malformed) -> Event {
    let start = offset
    offset += 1
    let isEnd = offset < bytes.count && bytes[offset] == UInt8(ascii: "/")
    if isEnd { offset += 1 }
    let name = try name()
    if isEnd {
      skipSpaces()
      guard take(UInt8(ascii: ">")) else { throw Malformed(offset: offset, problem: "expected '>' after '</\(name)'") }
      guard elements.last == name else {
        throw Malformed(
          offset: start, problem: "expected '</\(elements.last ?? "")>', found '</\(name)>'")
      }
      elements.removeLast()
      return .close(name: name)
    }
    if elements.isEmpty, sawRoot { throw Malformed(offset: start, problem: "a second element after the document's") }
    sawRoot = true
    var attributes: [String: String] = [:]
    while true {
      skipSpaces()
      if take(UInt8(ascii: ">")) { break }
      if take(UInt8(ascii: "/")) {
        guard take(UInt8(ascii: ">")) else { throw Malformed(offset: offset, problem: "expected '>' after '/'") }
        pendingClose = true
        break
      }
      let place = offset
      let key = try self.name()
      skipSpaces()
      guard take(UInt8(ascii: "=")) else { throw Malformed(offset: offset, problem: "expected '=' after '\(key)'") }
      skipSpaces()
      guard attributes.updateValue(try attributeValue(), forKey: key) == nil else {
        throw Malformed(offset: place, problem: "the attribute '\(key)' is given twice")
      }
    }
    elements.append(name)
    return .open(name: name, attributes: attributes)
  }

  private mutating func name() throws(Malformed) -> String {
    let start = offset
    while offset < bytes.count, Self.isName(bytes[offset]) { offset += 1 }
    guard offset > start else {
      throw Malformed(offset: start, problem: offset < bytes.count ? "expected a name" : "it ends inside a tag")
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func attributeValue() throws(Malformed) -> String {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") else {
      throw Malformed(offset: offset, problem: offset < bytes.count ? "expected a quote" : "it ends inside a tag")
    }
    let quote = bytes[offset]
    let start = offset + 1
    guard let end = bytes[start...].firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "<") }), bytes[end] == quote
    else { throw Malformed(offset: offset, problem: "a value that never ends") }
    offset = end + 1
    return try unescaped(start..<end)
  }

  private func unescaped(_ range: Range<Int>) throws(Malformed) -> String {
    guard bytes[range].contains(UInt8(ascii: "&")) else { return String(decoding: bytes[range], as: UTF8.self) }
    var result = ""
    var start = range.lowerBound
    while let sign = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      result += String(decoding: bytes[start..<sign], as: UTF8.self)
      guard let end = bytes[sign..<min(sign + 12, range.upperBound)].firstIndex(of: UInt8(ascii: ";")),
        let character = Self.character(String(decoding: bytes[(sign + 1)..<end], as: UTF8.self))
      else { throw Malformed(offset: sign, problem: "an unknown entity") }
      result.append(character)
      start = end + 1
    }
    return result + String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
  }

  private static func character(_ entity: String) -> Character? {
    switch entity {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard entity.hasPrefix("#") else { return nil }
      let digits = entity.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map(Character.init)
    }
  }

  /// `<!DOCTYPE coverage SYSTEM "...">`, with or without a subset in brackets.
  private mutating func passDocumentType() throws(Malformed) {
    let start = offset
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth == 0 {
          offset += 1
          return
        }
      default: break
      }
      offset += 1
    }
    throw Malformed(offset: start, problem: "a declaration that never ends")
  }

  private mutating func pass(upTo mark: StaticString, _ problem: String) throws(Malformed) {
    guard let found = Bytes.find(mark, in: bytes, from: offset) else {
      throw Malformed(offset: offset, problem: problem)
    }
    offset = found + mark.utf8CodeUnitCount
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private func follows(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private static func isName(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x3A || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte >= 0x80
  }
}
