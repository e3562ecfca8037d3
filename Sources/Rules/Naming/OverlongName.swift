import LintModel
import LintRuleKit
import LintSourceText

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
      var families: [String: [(parameter: SharedParameter, flaw: LongNameTest.Flaw)]] = [:]
      for parameter in parameters {
        guard let use = parameter.uses.first, let flaw = test.flaw(of: parameter) else { continue }
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
}

extension Message {
  fileprivate static func overlong(_ name: String, _ flaw: LongNameTest.Flaw, _ others: Int) -> Message {
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
