/// The default that a help text or a docstring states in words: `Defaults to 30.`, `(default: "mean")`.
struct StatedDefault {
  /// The value as stated, without markup.
  let text: String
  let value: LiteralValue
  /// Its place, as byte offsets in the text.
  let place: Range<Int>

  /// The only default that a text states; nil if it states none, several, or a conditional one.
  ///
  /// Only constants are read: "defaults to the number of classes" cannot be compared. A bare word counts only at the
  /// end of a phrase, as in `(default: mean)`.
  static func find(in text: String) -> StatedDefault? {
    // `%(default)s` shows the actual default.
    if text.contains("%(default)") || text.contains("{default}") { return nil }
    var found: StatedDefault?
    var scanner = DefaultScanner(text)
    while scanner.skipToStatement() {
      guard let stated = scanner.readValue() else {
        // A second statement, in words or about another case, makes the first one uncertain.
        return nil
      }
      if let found, !found.value.agrees(with: stated.value) { return nil }
      found = found ?? stated
    }
    return found
  }

  /// Whether the default in the code differs from the stated one; false unless both are constants.
  ///
  /// `None` in code stands for a value that the body computes, and so does a word such as `auto`.
  func contradicts(_ code: String) -> Bool {
    guard let actual = LiteralValue(code), actual != .none, !Self.isSentinel(actual) else { return false }
    if value.agrees(with: actual) { return false }
    switch (value, actual) {
    case (.string(let stated), .string(let text)): return !Self.areTwoNotations(stated, text)
    // A bare word for a number is usually a paraphrase: `(default: all)` for -1.
    case (.string, _): return false
    // `None` may describe an empty string or list, a flag that is off, or a count of zero.
    case (.none, .string(let text)): return !text.isEmpty
    case (.none, .boolean(let flag)): return flag
    case (.none, .number(let number)): return number > 0
    case (_, .string(let text)): return text.contains(where: \.isNumber)
    default: return true
    }
  }

  /// Whether one of two texts is short for the other: `"w"` and white, `"-"` and solid, `"#fff"` and white.
  private static func areTwoNotations(_ one: String, _ other: String) -> Bool {
    let texts = [one.lowercased(), other.lowercased()].sorted { $0.count < $1.count }
    let (short, long) = (texts[0], texts[1])
    guard long.count > 2, long.allSatisfy(\.isLetter) else { return false }
    if !short.contains(where: \.isLetter) || short.hasPrefix("#") { return true }
    return short.count <= 2 && (long.hasPrefix(short) || short == "k" && long == "black")
  }

  private static func isSentinel(_ value: LiteralValue) -> Bool {
    guard case .string(let text) = value else { return false }
    return ["deprecated", "warn", "auto", "default", "unset", "???", "", "none", "no_default"].contains(
      text.lowercased())
  }
}
