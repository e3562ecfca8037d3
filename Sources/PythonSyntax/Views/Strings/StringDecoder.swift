/// Decodes the text of string literals.
struct StringDecoder {
  let text: UnsafeBufferPointer<UInt8>
  let style: StringPieceStyle
  /// Whether `{{` and `}}` are escaped braces.
  let hasDoubledBraces: Bool

  /// Appends the value as UTF-8, with three bytes for a surrogate, or as the bytes of a bytes literal.
  func decode(into value: inout [UInt8]) {
    var cursor = 0
    while cursor < text.count {
      let byte = text[cursor]
      switch byte {
      case UInt8(ascii: "\\") where !style.contains(.raw) && cursor + 1 < text.count:
        cursor = decodeEscape(cursor, into: &value)
      case UInt8(ascii: "\r"):
        // Python converts every line end to a line feed.
        value.append(UInt8(ascii: "\n"))
        cursor += peek(cursor + 1) == UInt8(ascii: "\n") ? 2 : 1
      case UInt8(ascii: "{") where hasDoubledBraces, UInt8(ascii: "}") where hasDoubledBraces:
        value.append(byte)
        cursor += peek(cursor + 1) == byte ? 2 : 1
      default:
        value.append(byte)
        cursor += 1
      }
    }
  }

  private func peek(_ offset: Int) -> UInt8 { offset < text.count ? text[offset] : 0 }

  /// Appends the value of the escape at an offset; returns the offset after it.
  private func decodeEscape(_ start: Int, into value: inout [UInt8]) -> Int {
    let isBytes = style.contains(.bytes)
    switch text[start + 1] {
    case UInt8(ascii: "\n"): return start + 2
    case UInt8(ascii: "\r"): return start + (peek(start + 2) == UInt8(ascii: "\n") ? 3 : 2)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): value.append(text[start + 1])
    case UInt8(ascii: "a"): value.append(7)
    case UInt8(ascii: "b"): value.append(8)
    case UInt8(ascii: "f"): value.append(12)
    case UInt8(ascii: "n"): value.append(10)
    case UInt8(ascii: "r"): value.append(13)
    case UInt8(ascii: "t"): value.append(9)
    case UInt8(ascii: "v"): value.append(11)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var cursor = start + 1
      var number: UInt32 = 0
      while cursor < start + 4, peek(cursor) >= UInt8(ascii: "0"), peek(cursor) <= UInt8(ascii: "7") {
        number = number * 8 + UInt32(text[cursor] - UInt8(ascii: "0"))
        cursor += 1
      }
      append(number, to: &value)
      return cursor
    case UInt8(ascii: "x"): return decodeHexadecimal(start, 2, into: &value)
    case UInt8(ascii: "u") where !isBytes: return decodeHexadecimal(start, 4, into: &value)
    case UInt8(ascii: "U") where !isBytes: return decodeHexadecimal(start, 8, into: &value)
    case UInt8(ascii: "N") where !isBytes: return decodeNamed(start, into: &value)
    default:
      value.append(UInt8(ascii: "\\"))
      return start + 1
    }
    return start + 2
  }

  private func decodeHexadecimal(_ start: Int, _ digits: Int, into value: inout [UInt8]) -> Int {
    let end = min(start + 2 + digits, text.count)
    let spelling = String(decoding: text[start + 2..<end], as: UTF8.self)
    guard spelling.utf8.count == digits, let number = UInt32(spelling, radix: 16), number <= 0x10FFFF else {
      value.append(UInt8(ascii: "\\"))
      return start + 1
    }
    append(number, to: &value)
    return end
  }

  private func decodeNamed(_ start: Int, into value: inout [UInt8]) -> Int {
    if peek(start + 2) == UInt8(ascii: "{"), let close = text[start...].firstIndex(of: UInt8(ascii: "}")),
      let number = UnicodeNames.scalar(named: String(decoding: text[start + 3..<close], as: UTF8.self))
    {
      append(number, to: &value)
      return close + 1
    }
    value.append(UInt8(ascii: "\\"))
    return start + 1
  }

  private func append(_ number: UInt32, to value: inout [UInt8]) {
    switch number {
    case _ where style.contains(.bytes), 0..<0x80:
      value.append(UInt8(truncatingIfNeeded: number))
    case 0..<0x800:
      value.append(UInt8(0xC0 | number >> 6))
      value.append(UInt8(0x80 | number & 0x3F))
    case 0..<0x10000:
      value.append(UInt8(0xE0 | number >> 12))
      value.append(UInt8(0x80 | number >> 6 & 0x3F))
      value.append(UInt8(0x80 | number & 0x3F))
    default:
      value.append(UInt8(0xF0 | number >> 18))
      value.append(UInt8(0x80 | number >> 12 & 0x3F))
      value.append(UInt8(0x80 | number >> 6 & 0x3F))
      value.append(UInt8(0x80 | number & 0x3F))
    }
  }
}
