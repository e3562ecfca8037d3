import Lint

/// A parameter's name says again what its function says, or reads like a sentence.
struct OverlongName: ProjectRule {
  struct Options: RuleOptions {
    /// Words from which on a name may not repeat its function's.
    var minimumWords: Int
    /// Words from which on a name with a preposition or a conjunction is a sentence, if it is long enough too.
    var sentenceWords: Int
    /// Characters from which on it is.
    var sentenceCharacters: Int
    /// Characters that no name should exceed.
    var maximumCharacters: Int
    /// Further runs of words that count as one.
    var phrases: [String]
  }

  let options: Options
  private let phrases: [[Substring]]

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    phrases = (vocabulary.lexicons.fixed.phrases + options.phrases).map { Name.canonical($0).split(separator: "_") }
      .sorted { $0.count > $1.count }
  }

  func facts(in file: SourceFile) -> [NamedSignature] {
    // A class named after a library that its file imports, such as `TorchCollective`, speaks that library's words.
    let libraries = Set(
      file.model.imports.filter { $0.level == 0 }.compactMap { $0.module.split(separator: ".").first })
    return NamedSignature.all(in: file) { name in
      name.utf8.count { $0 == UInt8(ascii: "_") } + 1 >= options.minimumWords
        || name.utf8.count > options.maximumCharacters
    }.filter { signature in
      !libraries.contains { Name.canonical(signature.owner ?? "").split(separator: "_").first == $0 }
    }
  }

  func check(_ facts: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ report: inout Report) {
    for (_, parameters) in SharedParameter.all(in: facts, project) {
      // Names of one signature that begin alike were coined together, and are changed together.
      var families: [String: [(parameter: SharedParameter, flaw: Flaw)]] = [:]
      for parameter in parameters {
        guard let use = parameter.uses.first, let flaw = flaw(of: parameter) else { continue }
        let start = parameter.name.split(separator: "_").prefix(2).joined(separator: "_")
        families["\(use.place.file.path)#\(use.place.signature.symbol)#\(start)", default: []].append((parameter, flaw))
      }
      for (_, family) in families.sorted(by: { $0.key < $1.key }) {
        let family = family.sorted { $0.parameter.uses[0].parameter.position < $1.parameter.uses[0].parameter.position }
        guard let first = family.first else { continue }
        let uses = [first.parameter.uses[0]] + family.dropFirst().map { $0.parameter.uses[0] }
        let copies = first.parameter.uses.dropFirst()
        report.add(
          .overlong(first.parameter.uses[0].parameter.text, first.flaw, family.count - 1), on: uses + copies)
      }
    }
  }

  enum Flaw {
    case repeats(said: String, by: String, rest: String)
    case sentence(words: Int)
    case length(Int)
  }

  private func flaw(of parameter: SharedParameter) -> Flaw? {
    let parts = collapsed(parameter.name.split(separator: "_"))
    // `_name` is for the author alone, whatever the function is.
    guard let text = parameter.uses.first?.parameter.text, !text.hasPrefix("_") else { return nil }
    if let flaw = repetition(in: parameter) { return flaw }
    let separators = text.contains("_") ? parts.count - 1 : 0
    let length = parts.reduce(separators) { $0 + $1.count }
    // Swift's names are meant to read as phrases, and `is_...` is meant to read as a statement.
    let mayBeSentence = parameter.uses.first?.place.file.language == .swift || parts.first == "is"
    if !mayBeSentence, parts.count >= options.sentenceWords, length >= options.sentenceCharacters,
      parts.dropFirst().contains(where: Self.joinsSentence)
    {
      return .sentence(words: parameter.name.split(separator: "_").count)
    }
    return length > options.maximumCharacters ? .length(text.count) : nil
  }

  /// Words of its own function or class that the name repeats, if it is clear without them, wherever it is used.
  private func repetition(in parameter: SharedParameter) -> Flaw? {
    let words = parameter.name.split(separator: "_")
    guard words.count >= options.minimumWords else { return nil }
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
      // Another parameter with the same rest, or part of it, is what the words keep apart.
      let others = signature.shape.split(separator: ",").filter { $0 != parameter.name }
      let tail = rest.split(separator: "_").last ?? ""
      guard
        !others.contains(where: { $0 == rest || $0.hasSuffix("_\(rest)") || rest.hasSuffix("_\($0)") || $0 == tail })
      else { return nil }
      result = result ?? .repeats(said: words[run].joined(separator: "_"), by: owner, rest: rest)
    }
    return result
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

  /// The words, each phrase as one.
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

extension Message {
  fileprivate static func overlong(_ name: String, _ flaw: OverlongName.Flaw, _ others: Int) -> Message {
    let more = others > 0 ? " (and \(others) more like it)" : ""
    return switch flaw {
    case .repeats(let said, let owner, let rest):
      "'\(name)'\(more) repeats '\(said)', which '\(owner)' says already; '\(rest)' is enough"
    case .sentence(let words):
      "'\(name)'\(more) is a sentence of \(words) words; name the thing in two or three, and let its documentation tell the rest"
    case .length(let length):
      "'\(name)'\(more) has \(length) characters; name the thing in two or three words, and let its documentation tell the rest"
    }
  }
}
