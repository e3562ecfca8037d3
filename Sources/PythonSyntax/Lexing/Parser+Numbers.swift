// Number literals.

extension Parser {
  mutating func lexNumber() {
    var cursor = position
    token = .integer
    if source[cursor] == UInt8(ascii: "0") {
      switch source[cursor + 1] | 0x20 {
      case UInt8(ascii: "x"): return lexRadix(16, "hexadecimal")
      case UInt8(ascii: "o"): return lexRadix(8, "octal")
      case UInt8(ascii: "b"): return lexRadix(2, "binary")
      default: break
      }
    }
    let start = cursor
    guard source[cursor] == UInt8(ascii: ".") || scanDigits(&cursor) else { return }
    let digitsEnd = cursor
    if source[cursor] == UInt8(ascii: ".") {
      token = .float
      cursor += 1
      if isDigit(source[cursor]), !scanDigits(&cursor) { return }
    }
    if source[cursor] | 0x20 == UInt8(ascii: "e") {
      var exponent = cursor + 1
      if source[exponent] == UInt8(ascii: "+") || source[exponent] == UInt8(ascii: "-") { exponent += 1 }
      if isDigit(source[exponent]) {
        token = .float
        cursor = exponent
        guard scanDigits(&cursor) else { return }
      }
    }
    if source[cursor] | 0x20 == UInt8(ascii: "j") {
      token = .imaginary
      cursor += 1
    } else if token == .integer, hasLeadingZero(start, digitsEnd) {
      fail(start, digitsEnd, "leading zeros are not allowed in decimal integers; octal integers begin with 0o")
      return
    }
    finishNumber(cursor, "decimal")
  }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Skips digits and single underscores between them; fails and returns false at a misplaced underscore.
  @inline(__always)
  private mutating func scanDigits(_ cursor: inout Int) -> Bool {
    while true {
      while isDigit(source[cursor]) { cursor &+= 1 }
      guard source[cursor] == UInt8(ascii: "_") else { return true }
      guard isDigit(source[cursor + 1]) else {
        fail(cursor, cursor + 1, "expected a digit after '_' in a number, found \(describeByte(cursor + 1))")
        return false
      }
      cursor += 1
    }
  }

  /// Whether the digits have a leading 0 and are not all 0.
  private func hasLeadingZero(_ start: Int, _ end: Int) -> Bool {
    guard source[start] == UInt8(ascii: "0") else { return false }
    return (start..<end).contains { source[$0] != UInt8(ascii: "0") && source[$0] != UInt8(ascii: "_") }
  }

  private mutating func lexRadix(_ radix: Int, _ name: StaticString) {
    var cursor = position + 2
    var digits = 0
    while true {
      let underscore = source[cursor] == UInt8(ascii: "_")
      if underscore { cursor += 1 }
      let before = cursor
      while let value = hexadecimalValue(source[cursor]), value < radix { cursor += 1 }
      digits += cursor - before
      if cursor == before {
        if isDigit(source[cursor]) {
          fail(cursor, cursor + 1, "invalid digit \(describeByte(cursor)) in \(name) number")
        } else if underscore || digits == 0 {
          fail(position, cursor, "expected a \(name) digit, found \(describeByte(cursor))")
        }
        break
      }
      if isDigit(source[cursor]) {
        fail(cursor, cursor + 1, "invalid digit \(describeByte(cursor)) in \(name) number")
        break
      }
      if source[cursor] != UInt8(ascii: "_") { break }
    }
    if !failed { finishNumber(cursor, name) }
  }

  func hexadecimalValue(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 55
    default: nil
    }
  }

  @inline(__always)
  private mutating func finishNumber(_ end: Int, _ name: StaticString) {
    position = end
    let byte = source[end]
    if classes[Int(byte)] == .letter && !keywordFollows(end) {
      fail(end, end + 1, "expected the end of a \(name) number, found \(describeScalar(at: end))")
    }
  }

  /// Whether a keyword that can follow a number without a space begins here, as in `1if x else y`.
  private func keywordFollows(_ offset: Int) -> Bool {
    let second = source[offset + 1]
    let third = source[offset + 2]
    switch source[offset] {
    case UInt8(ascii: "a"): return second == UInt8(ascii: "n") && third == UInt8(ascii: "d")
    case UInt8(ascii: "e"): return second == UInt8(ascii: "l") && third == UInt8(ascii: "s")
    case UInt8(ascii: "f"): return second == UInt8(ascii: "o") && third == UInt8(ascii: "r")
    case UInt8(ascii: "i"):
      return second == UInt8(ascii: "f") || second == UInt8(ascii: "n") || second == UInt8(ascii: "s")
    case UInt8(ascii: "o"): return second == UInt8(ascii: "r")
    case UInt8(ascii: "n"): return second == UInt8(ascii: "o") && third == UInt8(ascii: "t")
    default: return false
    }
  }
}
