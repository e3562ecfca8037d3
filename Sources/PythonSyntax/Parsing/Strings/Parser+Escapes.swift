// Checking escapes in strings.

extension Parser {
  /// Checks for non-ASCII characters in a bytes literal and for invalid escapes. These errors do not end the statement.
  mutating func checkString(_ start: Int, _ end: Int, _ style: StringPieceStyle) {
    if style.contains(.bytes), let offset = (start..<end).first(where: { source[$0] >= 0x80 }) {
      report(
        offset, offset + 1, "expected only ASCII characters in a bytes literal, found \(describeScalar(at: offset))")
    }
    if stringIsEscaped && !style.contains(.raw) { checkEscapes(start, end, inBytes: style.contains(.bytes)) }
  }

  /// Checks the escapes that can be invalid: `\x`, and in text also `\u`, `\U` and `\N`.
  mutating func checkEscapes(_ start: Int, _ end: Int, inBytes: Bool) {
    var cursor = start
    while cursor < end {
      guard source[cursor] == UInt8(ascii: "\\") else {
        cursor += 1
        continue
      }
      switch source[cursor + 1] {
      case UInt8(ascii: "x"): checkHexadecimal(cursor, 2, end)
      case UInt8(ascii: "u") where !inBytes: checkHexadecimal(cursor, 4, end)
      case UInt8(ascii: "U") where !inBytes: checkHexadecimal(cursor, 8, end)
      case UInt8(ascii: "N") where !inBytes: checkNamed(cursor, end)
      default: break
      }
      cursor += 2
    }
  }

  private mutating func checkHexadecimal(_ escape: Int, _ digits: Int, _ end: Int) {
    var value = 0
    for cursor in escape + 2..<escape + 2 + digits {
      guard cursor < end, let digit = hexadecimalValue(source[cursor]) else {
        let letter = describeByteText(escape + 1)
        report(escape, min(cursor, end), "expected \(digits) hexadecimal digits after '\\\(letter)'")
        return
      }
      value = value * 16 + digit
    }
    if value > 0x10FFFF { report(escape, escape + 2 + digits, "expected at most 10FFFF after '\\U', found more") }
  }

  private mutating func checkNamed(_ escape: Int, _ end: Int) {
    let start = escape + 3
    let close =
      source[escape + 2] == UInt8(ascii: "{")
      ? (start..<max(start, end)).first { source[$0] == UInt8(ascii: "}") } : nil
    guard let close, close > start else {
      report(escape, min(escape + 3, end), "expected a character name in braces after '\\N'")
      return
    }
    let name = String(decoding: UnsafeBufferPointer(start: source + start, count: close - start), as: UTF8.self)
    if UnicodeNames.scalar(named: name) == nil {
      report(escape, close + 1, "expected the name of a Unicode character in '\\N{...}', found '\(name)'")
    }
  }
}
