import LintModel
import LintRuleKit
import LintSourceText

/// The command-line options of a program without a help text that no document about the program mentions.
struct UndocumentedOption: ProjectRule {
  /// An option without a help text.
  struct Option {
    var spellings: [String]
    var range: SourceRange
    var symbol: String
    /// The class or function that has it as a field or parameter.
    var owner: String?
  }

  enum Fact {
    /// What a file declares: the options without a help text, and the flags of all.
    case declares([Option], flags: Set<String>, isParsed: Bool)
    /// The names that a document mentions, and the programs.
    case mentions(IdentifierSet, MentionedPrograms)
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    // A README explains options in any folder: `examples/speech/README.md`.
    let isDocument = file.role == .docs || file.language == .markdown
    // A generated page explains options, too.
    guard file.role != .test, file.role != .vendored, file.role != .generated || file.language == .markdown else {
      return []
    }
    var unexplained: [Option] = []
    var flags: Set<String> = []
    let declarations = file.model.declarations
    for (index, declaration) in declarations.enumerated() {
      guard let option = declaration.option, option.style.isOfCommand else { continue }
      flags.formUnion(option.mentionForms)
      guard isUnexplained(option) else { continue }
      let range = option.spellings.first?.range ?? declaration.name.range
      unexplained.append(
        Option(
          spellings: option.mentionForms, range: range, symbol: file.symbol(of: index),
          owner: option.style == .argparse ? nil : declaration.parent.map { declarations[$0].name.text }))
    }
    var facts: [Fact] = []
    if !flags.isEmpty {
      facts.append(.declares(unexplained, flags: flags, isParsed: file.model.commandLine.isParsed))
    }
    if isDocument, !file.model.mentions.isEmpty {
      facts.append(.mentions(file.model.mentions, MentionedPrograms(file.text.bytes)))
    }
    return facts
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let documents = OptionDocuments(facts, project)
    for file in facts {
      for case .declares(let options, _, let isParsed) in file.facts {
        let bare = options.filter { !documents.describe($0, of: file.file, isParsed: isParsed) }
        guard let first = bare.first else { continue }
        let names = bare.compactMap(\.spellings.first)
        collector.add(
          .undocumented(names, of: String(Paths.name(of: file.file.projectPath))),
          at: Location(path: file.file.path, range: first.range), symbol: first.symbol,
          related: zip(names, bare).dropFirst().map { name, option in
            Evidence("'\(name)'", at: Location(path: file.file.path, range: option.range))
          }, count: bare.count > 1 ? bare.count : nil)
      }
    }
  }

  private func isUnexplained(_ option: OptionDetails) -> Bool {
    guard !option.isHidden, !option.hasUnreadableHelp else { return false }
    return option.help.map { $0.plain.allSatisfy(\.isWhitespace) } ?? true
  }
}

extension Message {
  fileprivate static func undocumented(_ names: [String], of program: String) -> Message {
    guard names.count > 1 else {
      return "'\(names[0])' has no help text, and no document mentions it; describe what it does"
    }
    let list = names.prefix(3).map { "'\($0)'" }
    let all =
      names.count > 3
      ? list.joined(separator: ", ") + " and \(names.count - 3) more"
      : list.dropLast().joined(separator: ", ") + " and " + list[list.count - 1]
    let flaw = "have no help text, and no document mentions them"
    return "\(names.count) options of '\(program)' \(flaw): \(all); describe them"
  }
}
