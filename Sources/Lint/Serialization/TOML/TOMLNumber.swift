/// Reads integers and floating-point numbers.
enum TOMLNumber {
  /// nil for anything else, and for integers that do not fit into 64 bits.
  static func scalar(_ word: ArraySlice<UInt8>) -> YAMLScalar? {
    var rest = word
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual("inf".utf8) { return float(isNegative ? -.infinity : .infinity) }
    if rest.elementsEqual("nan".utf8) { return float(.nan) }
    if rest.count == word.count, let (radix, digits) = prefixed(rest) {
      return Int(plain(digits), radix: radix).map { YAMLScalar("\($0)", value: .int($0)) }
    }
    guard let isFloat = decimal(rest) else { return nil }
    if isFloat { return Double(plain(word)).map(float) }
    return Int(plain(word)).map { YAMLScalar("\($0)", value: .int($0)) }
  }

  /// Whether a text that is not a number fails only by its size.
  static func isTooLarge(_ text: String) -> Bool {
    let word = Array(text.utf8)[...]
    if prefixed(word) != nil { return true }
    return decimal(word.first == UInt8(ascii: "-") || word.first == UInt8(ascii: "+") ? word.dropFirst() : word)
      == false
  }

  private static func float(_ value: Double) -> YAMLScalar { YAMLScalar("\(value)", value: .float(value)) }

  private static func plain(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.lazy.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  /// The radix and digits of `0xdead_beef`, `0o755` and `0b1101`.
  private static func prefixed(_ word: ArraySlice<UInt8>) -> (radix: Int, digits: ArraySlice<UInt8>)? {
    var digits = word.dropFirst(2)
    let radix: Int
    if word.starts(with: "0x".utf8) {
      radix = 16
    } else if word.starts(with: "0o".utf8) {
      radix = 8
    } else if word.starts(with: "0b".utf8) {
      radix = 2
    } else {
      return nil
    }
    let all = digits
    let isComplete = skipDigits(&digits) { Character(Unicode.Scalar($0)).hexDigitValue.map { $0 < radix } ?? false }
    return isComplete && digits.isEmpty ? (radix, all) : nil
  }

  /// Whether an unsigned decimal number is a float (true) or an integer (false); nil if it is not a number.
  private static func decimal(_ word: ArraySlice<UInt8>) -> Bool? {
    var rest = word
    guard let first = rest.first, skipDigits(&rest, \.isDigit) else { return nil }
    // "012"
    if first == UInt8(ascii: "0"), rest.startIndex - word.startIndex > 1 { return nil }
    var isFloat = false
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard skipDigits(&rest, \.isDigit) else { return nil }
      isFloat = true
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard skipDigits(&rest, \.isDigit) else { return nil }
      isFloat = true
    }
    return rest.isEmpty ? isFloat : nil
  }

  /// Skips digits with single underscores between them; false if there are none.
  private static func skipDigits(_ rest: inout ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool) -> Bool {
    guard let first = rest.first, isDigit(first) else { return false }
    while let next = rest.first {
      if isDigit(next) {
        rest.removeFirst()
      } else if next == UInt8(ascii: "_"), rest.dropFirst().first.map(isDigit) == true {
        rest.removeFirst(2)
      } else {
        break
      }
    }
    return true
  }
}
