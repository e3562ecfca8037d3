import LintSourceText

/// Decides whether a parameter name is too long.
struct LongNameTest: Sendable {
  private let minimumWords: Int
  private let sentenceWords: Int
  private let sentenceCharacters: Int
  private let maximumCharacters: Int
  /// Phrases that count as one word, longest first.
  private let phrases: [[Substring]]

  /// See the options of `OverlongName`.
  init(minimumWords: Int, sentenceWords: Int, sentenceCharacters: Int, maximumCharacters: Int, phrases: [String]) {
    self.minimumWords = minimumWords
    self.sentenceWords = sentenceWords
    self.sentenceCharacters = sentenceCharacters
    self.maximumCharacters = maximumCharacters
    self.phrases = phrases.map { Name.canonical($0).split(separator: "_") }.sorted { $0.count > $1.count }
  }

  enum Flaw {
    case repeats(said: String, by: String, rest: String)
    case sentence(words: Int)
    case length(Int)
  }

  /// What makes a name too long; nil if nothing does.
  func flaw(of parameter: SharedParameter) -> Flaw? {
    let parts = collapsed(parameter.name.split(separator: "_"))
    // `_name` is private, even in a public function.
    guard let text = parameter.uses.first?.parameter.text, !text.hasPrefix("_") else { return nil }
    if let flaw = repetition(in: parameter) { return flaw }
    let separators = text.contains("_") ? parts.count - 1 : 0
    let length = parts.reduce(separators) { $0 + $1.count }
    // Names in Swift are meant to read as phrases, and `is_...` is meant to read as a statement.
    let mayBeSentence = parameter.uses.first?.place.file.language == .swift || parts.first == "is"
    if !mayBeSentence, !isOfFamily(parameter), !isMapping(parameter), parts.count >= sentenceWords,
      length >= sentenceCharacters,
      parts.dropFirst().contains(where: Self.joinsSentence)
    {
      return .sentence(words: parameter.name.split(separator: "_").count)
    }
    return length > maximumCharacters ? .length(text.count) : nil
  }

  /// Whether another parameter of every signature begins and ends alike: shortening one of `include_speed_in_state` and
  /// `include_force_in_state` would tear the two apart.
  private func isOfFamily(_ parameter: SharedParameter) -> Bool {
    let words = parameter.name.split(separator: "_")
    guard words.count > 3 else { return false }
    return parameter.uses.allSatisfy { use in
      use.place.signature.shape.split(separator: ",").contains { name in
        let other = name.split(separator: "_")
        return name != parameter.name && other.count > 3 && other.first == words.first
          && other.suffix(2) == words.suffix(2)
      }
    }
  }

  /// `word_to_index`, as dictionaries are named.
  private func isMapping(_ parameter: SharedParameter) -> Bool {
    parameter.name.contains("_to_")
      && parameter.uses.contains { use in
        let type = use.parameter.annotation ?? use.parameter.documentedType ?? "dict"
        return type.lowercased().contains("dict") || type.contains("Mapping") || type.hasPrefix("[")
      }
  }

  /// Words of the function or class that the name repeats, if the name is clear without them in every use.
  private func repetition(in parameter: SharedParameter) -> Flaw? {
    let words = parameter.name.split(separator: "_")
    guard words.count >= minimumWords else { return nil }
    var result: Flaw?
    for use in parameter.uses {
      let signature = use.place.signature
      let isInitializer = signature.function == "__init__" || signature.function == "init"
      let owner = isInitializer ? signature.owner ?? "" : signature.function
      let said = Name.canonical(owner).split(separator: "_")
      guard let run = Self.longestRun(of: words, in: said), run.count >= 2, words.count - run.count >= 2,
        run.lowerBound == 0 || run.lowerBound == 1 && Self.isSwitch(words[0]),
        !words[run].contains(where: Self.joinsSentence) || words[run].first == said.first
      else { return nil }
      let rest = (words[..<run.lowerBound] + words[run.upperBound...]).joined(separator: "_")
      // The repeated words distinguish it from another parameter with the same remaining words.
      let others = signature.shape.split(separator: ",").filter { $0 != parameter.name }
      let tail = rest.split(separator: "_").last ?? ""
      guard
        !others.contains(where: { $0 == rest || $0.hasSuffix("_\(rest)") || rest.hasSuffix("_\($0)") || $0 == tail })
      else { return nil }
      let isCamel = !use.parameter.text.contains("_")
      result =
        result
        ?? .repeats(
          said: Self.join(words[run], isCamel: isCamel), by: owner,
          rest: Self.join(rest.split(separator: "_")[...], isCamel: isCamel))
    }
    return result
  }

  /// The words in the case of the original name.
  private static func join(_ words: ArraySlice<Substring>, isCamel: Bool) -> String {
    guard isCamel, let first = words.first else { return words.joined(separator: "_") }
    return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func longestRun(of words: [Substring], in said: [Substring]) -> Range<Int>? {
    for length in stride(from: min(words.count, said.count), through: 2, by: -1) {
      for start in 0...(words.count - length) {
        let run = Array(words[start..<(start + length)])
        if !WordRun.places(of: run, in: said).isEmpty { return start..<(start + length) }
      }
    }
    return nil
  }

  /// The words, with each phrase reduced to its last word.
  private func collapsed(_ words: [Substring]) -> [Substring] {
    var result: [Substring] = []
    var index = 0
    while index < words.count {
      if let phrase = phrases.first(where: { words[index...].starts(with: $0) }) {
        result.append(phrase.last ?? "")
        index += phrase.count
      } else {
        result.append(words[index])
        index += 1
      }
    }
    return result
  }

  private static func isSwitch(_ word: Substring) -> Bool {
    switch word {
    case "use", "enable", "disable", "no", "with", "is", "num", "n", "max", "min": true
    default: false
    }
  }

  private static func joinsSentence(_ word: Substring) -> Bool {
    switch word {
    case "with", "without", "for", "from", "by", "at", "when", "if", "before", "after", "during", "than", "into", "as",
      "in", "on", "and", "of", "to", "be", "is", "are", "that", "which", "while", "until", "using":
      true
    default: false
    }
  }
}
