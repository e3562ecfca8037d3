extension JSONParser {
  /// A string, including both quotes.
  mutating func string() throws(SyntaxError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw syntaxError("a closing quote") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        text += Array(String(try escape()).utf8)
      } else {
        text.append(byte)
      }
    }
    if next == nil { throw syntaxError("a closing quote") }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() throws(SyntaxError) -> Character {
    let kinds: [UInt8: Character] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
      UInt8(ascii: "f"): "\u{c}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    guard let byte = next else { throw syntaxError("an escape sequence") }
    if let character = kinds[byte] {
      position += 1
      return character
    }
    guard byte == UInt8(ascii: "u") else { throw syntaxError("an escape sequence") }
    position += 1
    var unit = try hexadecimal()
    // Code points above U+FFFF are written as a surrogate pair (RFC 8259, section 7).
    if (0xd800..<0xdc00).contains(unit), bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      position += 2
      unit = 0x10000 + (unit - 0xd800) << 10 + (try hexadecimal() &- 0xdc00) & 0x3ff
    }
    return Unicode.Scalar(unit).map(Character.init) ?? "\u{fffd}"
  }

  private mutating func hexadecimal() throws(SyntaxError) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw syntaxError("four hexadecimal digits") }
    position += 4
    return unit
  }
}
