import LintModel
import LintRuleKit
import LintSourceText

/// A command-line option without a help text that no document mentions.
struct UndocumentedOption: ProjectRule {
  struct Fact {
    var spellings: [String]
    var range: SourceRange
    var symbol: String
    /// Names that this file's text mentions; only documents have any.
    var mentions: IdentifierSet?
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    // A README explains options in any folder: `examples/speech/README.md`.
    let isDocument = file.role == .docs || file.language == .markdown
    // A generated page explains options, too.
    guard file.role != .test, file.role != .vendored, file.role != .generated || file.language == .markdown else {
      return []
    }
    var facts: [Fact] = []
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, isUnexplained(option) else { continue }
      let range = option.spellings.first?.range ?? declaration.name.range
      facts.append(
        Fact(spellings: option.spellings.map(\.text), range: range, symbol: file.symbol(of: index), mentions: nil))
    }
    if isDocument, !file.model.mentions.isEmpty {
      facts.append(Fact(spellings: [], range: .fileStart, symbol: "", mentions: file.model.mentions))
    }
    return facts
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let documents = facts.flatMap { $0.facts.compactMap(\.mentions) }
    for file in facts {
      for fact in file.facts where fact.mentions == nil {
        let isMentioned = fact.spellings.contains { name in documents.contains { $0.contains(name) } }
        guard !isMentioned, let name = fact.spellings.first else { continue }
        collector.add(.undocumented(name), at: Location(path: file.file.path, range: fact.range), symbol: fact.symbol)
      }
    }
  }

  private func isUnexplained(_ option: OptionDetails) -> Bool {
    guard option.style.isOfCommand, !option.isHidden, !option.hasUnreadableHelp else { return false }
    return option.help.map { $0.plain.allSatisfy(\.isWhitespace) } ?? true
  }
}

extension Message {
  fileprivate static func undocumented(_ name: String) -> Message {
    "'\(name)' has no help text, and no document mentions it; describe what it does"
  }
}
