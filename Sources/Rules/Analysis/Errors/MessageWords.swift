import LintSourceText

/// The words of an error message: whether it rejects something, and whether it states an expectation.
struct MessageWords {
  private let words: [Substring]
  private let text: String

  init(_ text: String) {
    self.text = text.lowercased()
    words = self.text.runs { $0.isLetterByte || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "_") }
  }

  /// Whether the message says that something is wrong: "unknown", "not supported".
  var refuses: Bool {
    words.contains(where: Self.refusals.contains)
      || zip(words, words.dropFirst()).contains { Self.negations.contains($0) && Self.negated.contains($1) }
      || zip(words, words.dropFirst(2)).contains { Self.negations.contains($0) && Self.negated.contains($1) }
  }

  /// Whether the message says what is valid, or what to do.
  var statesExpectation: Bool {
    words.contains(where: Self.expectations.contains) || Self.signs.contains(where: text.contains)
      || Self.phrases.contains(where: text.contains)
  }

  /// Whether the text names an argument, as it is written or in words.
  func names(_ argument: String) -> Bool {
    holds(argument) || Name.words(of: argument).contains { $0.count > 2 && holds($0) }
  }

  func holds(_ word: some StringProtocol) -> Bool { text.contains(word.lowercased()) }

  /// Whether the text repeats the wording of the language's own error for the same failure.
  var repeatsLanguage: Bool { Self.standard.contains(where: text.contains) }

  /// Whether it marks a place that no user reaches: "this should never happen".
  var isForAuthors: Bool { Self.guards.contains(where: text.contains) }

  private static let standard = [
    "invalid format specifier", "unknown format code", "object has no attribute", "unsupported operand type",
    "object is not subscriptable", "object is not callable", "object is not iterable", "unexpected keyword argument",
  ]
  private static let guards = [
    "shouldn't be here", "should not be here", "shouldn't happen", "should not happen", "never happen", "unreachable",
    "never be reached", "not be reached", "internal error", "impossible",
  ]

  /// Whether the text contains a constant of a condition: a number, the characters of a string, the name of a member.
  func tells(constantOf condition: String) -> Bool {
    let strings = condition.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
    let members = condition.split(whereSeparator: \.isWhitespace).compactMap { token -> Substring? in
      guard let name = token.split(separator: ".").last, name.count > 2, token.contains("."),
        name.allSatisfy({ $0.isUppercase || $0 == "_" || $0.isNumber })
      else { return nil }
      return name
    }
    return (strings + members).contains { !$0.isEmpty && (holds($0) || holds($0.replacing("_", with: " "))) }
  }

  private static let refusals: Set<Substring> = [
    "invalid", "unknown", "unsupported", "unrecognized", "unrecognised", "unexpected", "illegal", "wrong", "bad",
    "incorrect", "undefined", "unimplemented", "inappropriate", "unhandled", "unavailable", "nonexistent",
  ]
  private static let negations: Set<Substring> = [
    "not", "no", "isn't", "aren't", "doesn't", "don't", "cannot", "can't", "never", "nor",
  ]
  private static let negated: Set<Substring> = [
    "supported", "support", "recognized", "recognised", "recognize", "implemented", "known", "valid", "available",
    "allowed", "understood", "defined", "found", "exist", "registered", "such", "accepted", "permitted", "handle",
    "handled", "matched", "correct", "understand", "listed", "acceptable", "know", "compatible", "yet",
  ]
  private static let expectations: Set<Substring> = [
    "must", "should", "shall", "expected", "expects", "expect", "expecting", "requires", "require", "required", "needs",
    "need", "only", "either", "choose", "select", "pick", "options", "option", "choices", "possible", "allowed",
    "between", "within", "least", "most", "greater", "less", "larger", "smaller", "lower", "higher", "than", "positive",
    "negative", "nonnegative", "nonzero", "zero", "empty", "same", "equal", "equals", "match", "matches", "mismatch",
    "instead", "please", "use", "try", "set", "provide", "specify", "pass", "see", "refer", "divisible", "multiple",
    "even", "odd", "outside", "range", "exceed", "exceeds", "exceeded", "maximum", "minimum", "limit", "limited",
    "consult", "accepts", "accept", "works", "bounds", "large", "small", "needed", "differ", "differs", "different",
    "incompatible", "inconsistent", "conflict", "conflicting", "repeated",
    "duplicate", "duplicates", "duplicated", "too", "smallest", "largest", "disabled", "check", "make", "ensure", "but",
    "because", "since", "neither", "have", "has",
  ]
  private static let signs = ["<", ">", "==", "!=", "\u{2208}", "\u{2264}", "\u{2265}"]
  private static let phrases = [
    "one of", " are {}", " is {}", "available are", "supported are", "valid are", "known are", "are:", "among",
    "available:", "supported:",
    "valid values", "supported values", "values are", "accepted values", "could not", "not in [", "not in (",
    "not in {", "in [0", "in (0",
  ]
}
