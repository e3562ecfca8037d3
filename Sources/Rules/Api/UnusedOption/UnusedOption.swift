import LintModel
import LintRuleKit

/// A command-line option that the program never reads.
///
/// If the parsed values stay in one file, only that file is searched. If they are passed to other files of the project,
/// an option is unused if none of them mentions it. Code outside the project that receives the values may read any
/// option.
struct UnusedOption: ProjectRule {
  let options: NoOptions

  func facts(in file: SourceFile) -> [OptionUse] {
    guard file.role != .generated, file.role != .vendored else { return [] }
    return OptionUse(file, where: Self.isInScope).map { [$0] } ?? []
  }

  /// Whether users would expect the program to read the option.
  private static func isInScope(_ option: OptionDetails) -> Bool {
    guard option.style.isOfCommand, !option.isHidden, !option.isRead else { return false }
    let help = option.help?.plain.lowercased() ?? ""
    return !["ignored", "deprecated", "no effect", "unused", "not used", "obsolete", "compatib", "no longer"].contains {
      help.contains($0)
    }
  }

  func check(_ facts: [FileFacts<OptionUse>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard facts.contains(where: { $0.facts.contains { !$0.unread.isEmpty } }) else { return }
    let evidence = OptionEvidence(facts, project)
    for file in facts {
      for use in file.facts {
        for option in use.unread where evidence.isUnused(option, of: use, in: file.file) {
          collector.add(
            .unread(option.spelling.text), at: Location(path: file.file.path, range: option.spelling.range),
            symbol: option.symbol)
        }
      }
    }
  }
}

extension Message {
  fileprivate static func unread(_ name: String) -> Message {
    "'\(name)' is parsed but never read; implement it, or remove it"
  }
}
