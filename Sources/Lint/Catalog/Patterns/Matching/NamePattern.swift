import LintSourceText

/// A name that a pattern matches, by its words: `lr` is `LR` and `--lr` too; `*` stands for any words.
struct NamePattern: Sendable {
  let use: String?
  private let words: [Substring]

  init(_ text: String, use: String? = nil) {
    self.use = use
    words = text.split(separator: "*", omittingEmptySubsequences: false).enumerated().flatMap { number, part in
      (number == 0 ? [] : ["*"]) + Name.words(of: String(part))
    }
  }

  func matches(_ name: String) -> Bool { Self.matches(Name.words(of: name)[...], words[...]) }

  private static func matches(_ name: ArraySlice<Substring>, _ pattern: ArraySlice<Substring>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      return (0...name.count).contains { matches(name.dropFirst($0), pattern.dropFirst()) }
    }
    return name.first == first && matches(name.dropFirst(), pattern.dropFirst())
  }

  /// The name to use instead, in the case of the name at hand.
  static func suggestion(_ use: String, like name: String, in language: Language) -> String {
    if name.hasPrefix("--") {
      let words = Name.canonical(use)
      return "--" + (name.dropFirst(2).contains("_") ? words : words.replacing("_", with: "-"))
    }
    if language == .swift, use.contains("_") { return Name.camelCase(Name.canonical(use)) }
    return use
  }
}
