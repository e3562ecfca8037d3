/// Steps through the bytes of a TOML document and tracks line and column.
struct TOMLCursor {
  let bytes: [UInt8]
  private(set) var index = 0
  private let path: String
  /// Line and column at the offset `counted`, which catches up with `index`, so that each byte is counted once.
  private var counted = 0
  private var line = 1
  private var column = 1

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  /// The next byte; nil at the end.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// A byte ahead of the next one; nil past the end.
  func peek(_ distance: Int) -> UInt8? { index + distance < bytes.count ? bytes[index + distance] : nil }

  mutating func advance(_ count: Int = 1) { index = min(index + count, bytes.count) }

  /// Skips a byte if it comes next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  /// Skips and returns the longest run of bytes that satisfy a predicate.
  @discardableResult
  mutating func skip(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, isWanted(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }

  /// Skips spaces and tabs.
  mutating func skipSpace() { skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

  /// The length of the next line break, LF or CR LF; 0 if there is none.
  var newline: Int {
    switch next {
    case UInt8(ascii: "\n"): 1
    case UInt8(ascii: "\r"): peek(1) == UInt8(ascii: "\n") ? 2 : 0
    default: 0
    }
  }

  /// Skips spaces, tabs and line breaks.
  mutating func skipSpaceAndNewlines() {
    repeat { skipSpace() } while skipNewline()
  }

  mutating func skipNewline() -> Bool {
    let length = newline
    advance(length)
    return length > 0
  }

  /// The position of the next byte.
  mutating func mark() -> Mark {
    while counted < index {
      if bytes[counted] == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if bytes[counted] & 0xC0 != 0x80 {
        column += 1
      }
      counted += 1
    }
    return Mark(path: path, line: line, column: column)
  }

  /// The next character, for messages.
  var found: String {
    guard let next else { return "the end of the file" }
    if newline > 0 { return "the end of the line" }
    let character = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first ?? "?"
    return Self.isControl(next) ? Self.name(of: next) : "'\(character)'"
  }

  /// Whether TOML forbids a byte: a control character other than tab.
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F }

  /// `U+000C`
  static func name(of byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }
}
