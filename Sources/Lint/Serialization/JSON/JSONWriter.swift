/// Writes JSON in one pass, two spaces deep, into bytes.
///
/// Keys come out in the order they are given; callers give them sorted.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true
  private let isPretty: Bool

  package init(isPretty: Bool = true) { self.isPretty = isPretty }

  package mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
  package mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  package mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void)
  {
    nest("[", "]") { writer in
      for element in elements {
        writer.separate()
        body(&writer, element)
      }
    }
  }

  package mutating func null() { append("null") }

  package mutating func key(_ key: String) {
    separate()
    string(key)
    append(isPretty ? ": " : ":")
  }

  package mutating func key(_ key: String, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { append("null") }
  }

  package mutating func key(_ key: String, _ value: Int?) {
    self.key(key)
    append(value.map(String.init) ?? "null")
  }

  package mutating func key(_ key: String, _ value: Bool) {
    self.key(key)
    append(value ? "true" : "false")
  }

  /// Writes a number with at most three decimals; not-a-number and infinities as null, which JSON has no signs for.
  package mutating func key(_ key: String, _ value: Double?) {
    self.key(key)
    guard let value, value.isFinite else { return append("null") }
    append(String((value * 1000).rounded() / 1000))
  }

  package mutating func key(_ key: String, _ values: [String]) {
    self.key(key)
    array(values) { $0.string($1) }
  }

  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7F: append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Ends the text with a newline.
  package consuming func finish() -> [UInt8] {
    bytes.append(0x0A)
    return bytes
  }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newline() }
    append(close)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { append(",") }
    isFirst = false
    newline()
  }

  private mutating func newline() {
    guard isPretty else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { append("  ") }
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }
}
