import LintModel
import LintRuleKit

/// Linters are set up, and workflows are, but no workflow runs the linters: the rules hold for those who remember them.
struct LinterNotInCi: ProjectRule {
  struct Options: RuleOptions {
    /// Parts of the words of a command that runs linters, whatever their names.
    var commands: [String]
  }

  let options: Options

  func check(_ facts: [FileFacts<NoFact>], _ project: ProjectIndex, _ report: inout Report) {
    guard let repository = project.repository, !repository.isRetired else { return }
    let linters = ConfiguredLinter.all(in: repository)
    guard let first = linters.first else { return }
    let integration = ContinuousIntegration(
      repository, lookingFor: Set(options.commands + linters.flatMap(\.names)))
    guard integration.isThere, !integration.isFound, !ConfiguredLinter.runsByService(repository)
    else { return }
    guard let place = linters.lazy.compactMap({ repository.location($0.path, $0.range) }).first ?? repository.face
    else { return }
    report.add(
      .notRun(linters.map(\.title), isOne: linters.count == 1 && first.isOne, first: first.runner), at: place,
      symbol: "",
      related: integration.files.compactMap { repository.location($0) }.prefix(5).map {
        Evidence("runs none of them", at: $0)
      })
  }
}

extension Message {
  fileprivate static func notRun(_ linters: [String], isOne: Bool, first: String) -> Message {
    let list = linters.prefix(4).joined(separator: ", ") + (linters.count > 4 ? ", ..." : "")
    return "\(list) \(isOne ? "is" : "are") set up, but run by no workflow; add a step that runs '\(first)'"
  }
}
