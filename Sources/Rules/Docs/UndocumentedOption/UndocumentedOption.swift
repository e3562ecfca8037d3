import LintModel
import LintRuleKit
import LintSourceText

/// Command-line options without a help text that no document about the program mentions.
struct UndocumentedOption: ProjectRule {
  struct Options: RuleOptions {
    /// Names that need no help text: `[epochs, batch_size]`.
    var selfExplanatory: [String]
  }

  /// An option without a help text.
  struct Option {
    var spellings: [String]
    var range: SourceRange
    var symbol: String
    /// The class or function that has it as a field or parameter.
    var owner: String?
    /// Its name, or the values that it may have, say what it is.
    var isClear: Bool
  }

  /// The options of a file.
  struct Declared {
    var unexplained: [Option] = []
    /// How many have a help text.
    var explained = 0
    /// Of all options.
    var flags: Set<String> = []
    var isParsed: Bool
  }

  enum Fact {
    case declares(Declared)
    /// The names that a document mentions, and the programs.
    case mentions(IdentifierSet, MentionedPrograms)
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    // A README explains options in any folder: `examples/speech/README.md`.
    let isDocument = file.role == .docs || file.language == .markdown
    // A generated page explains options, too.
    guard file.role != .test, file.role != .vendored, file.role != .generated || file.language == .markdown else {
      return []
    }
    var declared = Declared(isParsed: file.model.commandLine.isParsed)
    lazy var own = OwnUsage(file)
    let declarations = file.model.declarations
    for (index, declaration) in declarations.enumerated() {
      guard let option = declaration.option, option.style.isOfCommand else { continue }
      declared.flags.formUnion(option.mentionForms)
      guard isUnexplained(option) else {
        declared.explained += 1
        continue
      }
      if option.mentionForms.contains(where: own.shows) { continue }
      // A field may only change the default of one that the base class explains.
      if option.style == .dataclass, declaration.parent.map({ !declarations[$0].bases.isEmpty }) == true { continue }
      let range = option.spellings.first?.range ?? declaration.name.range
      declared.unexplained.append(
        Option(
          spellings: option.mentionForms, range: range, symbol: file.symbol(of: index),
          owner: option.style == .argparse ? nil : declaration.parent.map { declarations[$0].name.text },
          isClear: option.hasChoices || isSelfExplanatory(option)))
    }
    if Self.isOfCI(file.reference.projectPath) { declared.unexplained = [] }
    var facts: [Fact] = []
    if !declared.flags.isEmpty { facts.append(.declares(declared)) }
    if isDocument, !file.model.mentions.isEmpty {
      facts.append(.mentions(file.model.mentions, MentionedPrograms(file.text.bytes)))
    }
    return facts
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let documents = OptionDocuments(facts, project)
    for file in facts {
      for case .declares(let declared) in file.facts {
        let unknown = declared.unexplained.filter {
          !documents.describe($0, of: file.file, isParsed: declared.isParsed)
        }
        // A program that explains most of its options does not rely on their names.
        let relies = unknown.count >= declared.explained
        let bare = unknown.filter { !$0.isClear } + unknown.filter(\.isClear)
        guard let first = bare.first, !first.isClear || !relies else { continue }
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

  /// The scripts of a CI service have one caller, which their authors wrote as well.
  private static func isOfCI(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains { $0 == "ci" || $0.hasPrefix(".") && $0 != ".." && $0 != "." }
  }

  private func isSelfExplanatory(_ option: OptionDetails) -> Bool {
    option.spellings.contains { options.selfExplanatory.contains(Name.canonical($0.text)) }
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
