import LintModel
import LintRuleKit
import LintSourceText

/// A parameter name repeats its function's name, or reads like a sentence.
struct OverlongName: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum number of words in a name before words repeated from its function are reported.
    var minimumWords: Int
    /// Minimum number of words before a name with a preposition or a conjunction is a sentence.
    var sentenceWords: Int
    /// Minimum length in characters before such a name is a sentence.
    var sentenceCharacters: Int
    /// Maximum length of a name in characters.
    var maximumCharacters: Int
    /// Additional phrases that count as one word.
    var phrases: [String]
  }

  let options: Options
  private let test: LongNameTest

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    test = LongNameTest(
      minimumWords: options.minimumWords, sentenceWords: options.sentenceWords,
      sentenceCharacters: options.sentenceCharacters, maximumCharacters: options.maximumCharacters,
      phrases: vocabulary.lexicons.fixed.phrases + options.phrases)
  }

  func facts(in file: SourceFile) -> [NamedSignature] {
    // A class named after a library that its file imports, such as `TorchCollective`, uses that library's terms.
    let libraries = Set(
      file.model.imports.filter { $0.level == 0 }.compactMap { $0.module.split(separator: ".").first })
    return NamedSignature.all(in: file) { name in
      name.utf8.count { $0 == UInt8(ascii: "_") } + 1 >= options.minimumWords
        || name.utf8.count > options.maximumCharacters
    }.filter { signature in
      !libraries.contains { Name.canonical(signature.owner ?? "").split(separator: "_").first == $0 }
    }
  }

  /// Whether other parameters of the signature have the same frame: `include_speed_in_state`, `include_heading_in_state`.
  private func isOneOfMany(_ name: String, in signature: NamedSignature) -> Bool {
    let words = name.split(separator: "_")
    guard words.count > 3 else { return false }
    return signature.shape.split(separator: ",").contains { other in
      let others = other.split(separator: "_")
      return other != name && others.count > 3 && others.first == words.first && others.suffix(2) == words.suffix(2)
    }
  }

  func check(_ facts: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    for (_, parameters) in SharedParameter.all(in: facts, project) {
      // Names of one signature with the same first words were chosen together, and are changed together.
      var families: [String: [(parameter: SharedParameter, flaw: LongNameTest.Flaw)]] = [:]
      for parameter in parameters {
        guard let use = parameter.uses.first, let flaw = test.flaw(of: parameter),
          !isOneOfMany(parameter.name, in: use.place.signature)
        else { continue }
        let start = parameter.name.split(separator: "_").prefix(2).joined(separator: "_")
        families["\(use.place.file.projectPath)#\(use.place.signature.symbol)#\(start)", default: []].append(
          (parameter, flaw))
      }
      for (_, family) in families.sorted(by: { $0.key < $1.key }) {
        let family = family.sorted { $0.parameter.uses[0].parameter.position < $1.parameter.uses[0].parameter.position }
        guard let first = family.first else { continue }
        let uses = [first.parameter.uses[0]] + family.dropFirst().map { $0.parameter.uses[0] }
        let copies = first.parameter.uses.dropFirst()
        collector.add(
          .overlong(first.parameter.uses[0].parameter.text, first.flaw, family.count - 1), on: uses + copies)
      }
    }
  }
}

extension Message {
  fileprivate static func overlong(_ name: String, _ flaw: LongNameTest.Flaw, _ others: Int) -> Message {
    let more = others > 0 ? " (and \(others) more like it)" : ""
    return switch flaw {
    case .repeats(let said, let owner, let rest):
      "'\(name)'\(more) repeats '\(said)' from '\(owner)'; shorten it to '\(rest)'"
    case .sentence(let words):
      "'\(name)'\(more) reads like a sentence (\(words) words); use two or three words and document the rest"
    case .length(let length):
      "'\(name)'\(more) is \(length) characters long; use two or three words and document the rest"
    }
  }
}
