/// Integers of any size.
enum Numbers {
  /// A lower-case Python integer literal without underscores, in hexadecimal.
  static func hexadecimal(_ literal: String) -> String {
    var radix: UInt64 = 10
    var digits = Substring(literal)
    for (prefix, value) in [("0x", UInt64(16)), ("0o", 8), ("0b", 2)] where literal.hasPrefix(prefix) {
      radix = value
      digits = literal.dropFirst(2)
    }
    var limbs: [UInt32] = []
    for digit in digits.utf8 {
      var carry = UInt64(digit > 57 ? digit - 87 : digit - 48)
      for index in limbs.indices {
        let product = UInt64(limbs[index]) * radix + carry
        limbs[index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry != 0 { limbs.append(UInt32(carry)) }
    }
    guard let top = limbs.last else { return "0" }
    return limbs.dropLast().reversed().reduce(String(top, radix: 16)) { text, limb in
      let part = String(limb, radix: 16)
      return text + String(repeating: "0", count: 8 - part.count) + part
    }
  }
}
