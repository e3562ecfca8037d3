/// The default that a help text or a docstring states in words: `Defaults to 30.`, `(default: "mean")`.
struct StatedDefault {
  /// What it is, as stated, without quotes of markup.
  let text: String
  let value: LiteralValue
  /// Where it stands, in bytes of the text read.
  let place: Range<Int>

  /// The one default that a text states; nil where it states none, several, or one under a condition.
  ///
  /// Read are constants only: "defaults to the number of classes" is beyond a comparison. Of bare words only those are
  /// taken up that end the phrase, as in `(default: mean)`.
  static func find(in text: String) -> StatedDefault? {
    // `%(default)s` shows what holds.
    if text.contains("%(default)") || text.contains("{default}") { return nil }
    var found: StatedDefault?
    var scanner = DefaultScanner(text)
    while scanner.skipToStatement() {
      guard let stated = scanner.readValue() else {
        // Another statement, in words or about another case, takes the first one's certainty.
        return nil
      }
      if let found, !found.value.agrees(with: stated.value) { return nil }
      found = found ?? stated
    }
    return found
  }

  /// Whether code gives another default than is stated; false wherever one of the two is no constant.
  ///
  /// `None` in code stands for a value that the body finds out, and so does a word that only says so.
  func contradicts(_ code: String) -> Bool {
    guard let actual = LiteralValue(code), actual != .none, !Self.isSentinel(actual) else { return false }
    if value.agrees(with: actual) { return false }
    switch (value, actual) {
    case (.string, .string): return true
    // A bare word for a number is more often a paraphrase: `(default: all)` for -1.
    case (.string, _): return false
    // `None` for an empty text, a list without elements, a switch that is off or a count of zero.
    case (.none, .string(let text)): return !text.isEmpty
    case (.none, .boolean(let flag)): return flag
    case (.none, .number(let number)): return number > 0
    case (_, .string(let text)): return text.contains(where: \.isNumber)
    default: return true
    }
  }

  private static func isSentinel(_ value: LiteralValue) -> Bool {
    guard case .string(let text) = value else { return false }
    return ["deprecated", "warn", "auto", "default", "unset", "???", "", "none", "no_default"].contains(
      text.lowercased())
  }
}
