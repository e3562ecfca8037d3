#if canImport(Glibc)
  import Glibc
#endif

/// A JSON reader that skips what is not needed: most bytes of a notebook are images in its
/// outputs, and most of a coverage report are figures that are not needed here.
package struct JSONCursor: ~Copyable {
  /// The text is not JSON at this offset.
  package struct Malformed: Error {
    package var offset: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// - Parameter bytes: UTF-8, with or without a byte order mark; must outlive the cursor.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The first byte of the next value, which tells its kind: `{`, `[`, `"` or that of a number or word.
  package mutating func peek() throws(Malformed) -> UInt8 {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    guard index < bytes.count else { throw Malformed(offset: index) }
    return bytes[index]
  }

  /// Reads an object; the body reads or skips the value of each key.
  package mutating func object(_ body: (inout JSONCursor, String) throws(Malformed) -> Void) throws(Malformed) {
    try elements(from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) { cursor throws(Malformed) in
      let key = String(decoding: try cursor.string(), as: UTF8.self)
      try cursor.expect(UInt8(ascii: ":"))
      try body(&cursor, key)
    }
  }

  /// Reads an array; the body reads or skips each element.
  package mutating func array(_ body: (inout JSONCursor) throws(Malformed) -> Void) throws(Malformed) {
    try elements(from: UInt8(ascii: "["), to: UInt8(ascii: "]"), body)
  }

  private mutating func elements(
    from open: UInt8, to close: UInt8, _ body: (inout JSONCursor) throws(Malformed) -> Void
  ) throws(Malformed) {
    try expect(open)
    if try peek() == close {
      index += 1
      return
    }
    while true {
      try body(&self)
      if try peek() == close {
        index += 1
        return
      }
      try expect(UInt8(ascii: ","))
    }
  }

  /// The UTF-8 of a string, escapes decoded; half a surrogate pair becomes U+FFFD.
  package mutating func string() throws(Malformed) -> [UInt8] {
    try expect(UInt8(ascii: "\""))
    var result: [UInt8] = []
    while true {
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
      guard index < bytes.count else { throw Malformed(offset: start) }
      result += bytes[start..<index]
      index += 1
      if bytes[index - 1] == UInt8(ascii: "\"") { return result }
      result += String(try escaped()).utf8
    }
  }

  /// The character after a backslash.
  private mutating func escaped() throws(Malformed) -> Character {
    guard index < bytes.count else { throw Malformed(offset: index) }
    index += 1
    switch bytes[index - 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      let high = try hexadecimal()
      if let scalar = Unicode.Scalar(high) { return Character(scalar) }
      guard high < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      else { return "\u{FFFD}" }
      index += 2
      let low = try hexadecimal()
      guard low >= 0xDC00, low < 0xE000 else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)).map(Character.init) ?? "\u{FFFD}"
    case let sign where sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "\\") || sign == UInt8(ascii: "/"):
      return Character(Unicode.Scalar(sign))
    default: throw Malformed(offset: index - 1)
    }
  }

  private mutating func hexadecimal() throws(Malformed) -> UInt32 {
    guard index + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
    else { throw Malformed(offset: index) }
    index += 4
    return value
  }

  /// Passes over a value of any kind. Nesting costs no stack.
  package mutating func skip() throws(Malformed) {
    var depth = 0
    repeat {
      switch try peek() {
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { throw Malformed(offset: index) }
        depth -= 1
        index += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw Malformed(offset: index) }
        index += 1
      default: try skipWord()
      }
    } while depth > 0
  }

  private mutating func skipString() throws(Malformed) {
    let start = index
    index += 1
    while index < bytes.count, let base = bytes.baseAddress {
      guard let found = memchr(base + index, Int32(UInt8(ascii: "\"")), bytes.count - index) else { break }
      let quote = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      // A quote after an odd number of backslashes belongs to the string.
      var before = quote
      while before > index, bytes[before - 1] == UInt8(ascii: "\\") { before -= 1 }
      index = quote + 1
      if (quote - before) % 2 == 0 { return }
    }
    throw Malformed(offset: start)
  }

  /// A number, `true`, `false` or `null`.
  private mutating func skipWord() throws(Malformed) {
    let start = index
    while index < bytes.count, !Self.isSpace(bytes[index]), !",]}:".utf8.contains(bytes[index]) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    guard ["true", "false", "null", "NaN", "Infinity", "-Infinity"].contains(word) || Double(word) != nil else {
      throw Malformed(offset: start)
    }
  }

  /// Reads a number; nil for a value of another kind, which is passed over.
  package mutating func number() throws(Malformed) -> Double? {
    let first = try peek()
    guard first == UInt8(ascii: "-") || first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9") else {
      try skip()
      return nil
    }
    let start = index
    try skipWord()
    return Double(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  /// Reads a whole number; nil for a value of another kind, which is passed over.
  package mutating func integer() throws(Malformed) -> Int? {
    // Most are short, and a report has millions of them.
    _ = try peek()
    var end = index
    var value = 0
    while end < bytes.count, end - index < 18, bytes[end] >= UInt8(ascii: "0"), bytes[end] <= UInt8(ascii: "9") {
      value = value * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard end > index, end < bytes.count, Self.isSpace(bytes[end]) || ",]}".utf8.contains(bytes[end]) else {
      return try number().flatMap { Int(exactly: $0.rounded()) ?? ($0 > 0 ? Int.max : nil) }
    }
    index = end
    return value
  }

  /// Makes sure that nothing follows.
  package mutating func finish() throws(Malformed) {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    guard index == bytes.count else { throw Malformed(offset: index) }
  }

  private mutating func expect(_ sign: UInt8) throws(Malformed) {
    guard try peek() == sign else { throw Malformed(offset: index) }
    index += 1
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

// Values of another kind than expected are passed over.
extension JSONCursor {
  package mutating func members(_ body: (inout JSONCursor, String) throws(Malformed) -> Void) throws(Malformed) {
    if try peek() == UInt8(ascii: "{") { try object(body) } else { try skip() }
  }

  package mutating func elements(_ body: (inout JSONCursor) throws(Malformed) -> Void) throws(Malformed) {
    if try peek() == UInt8(ascii: "[") { try array(body) } else { try skip() }
  }

  package mutating func text() throws(Malformed) -> [UInt8]? {
    if try peek() == UInt8(ascii: "\"") { return try string() }
    try skip()
    return nil
  }
}
