import LintModel
import LintRuleKit

/// Linters and CI workflows are configured, but no workflow runs the linters.
struct LinterNotInCi: ProjectRule {
  struct Options: RuleOptions {
    /// Words that identify a command that runs linters.
    var commands: [String]
  }

  let options: Options

  func check(_ facts: [FileFacts<NoFact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard let repository = project.repository, !repository.isArchived else { return }
    let linters = ConfiguredLinter.all(in: repository)
    guard let first = linters.first else { return }
    let integration = ContinuousIntegration(
      repository, lookingFor: Set(options.commands + linters.flatMap(\.names)))
    guard integration.isConfigured, !integration.isFound, !ConfiguredLinter.runsByService(repository)
    else { return }
    guard
      let place = linters.lazy.compactMap({ repository.location($0.path, $0.range) }).first
        ?? repository.reportingLocation
    else { return }
    collector.add(
      .notRun(linters.map(\.title), isOne: linters.count == 1 && first.isOne, first: first.runner), at: place,
      symbol: "",
      related: integration.files.compactMap { repository.location($0) }.prefix(5).map {
        Evidence("runs no linter", at: $0)
      })
  }
}

extension Message {
  fileprivate static func notRun(_ linters: [String], isOne: Bool, first: String) -> Message {
    let list = linters.prefix(4).joined(separator: ", ") + (linters.count > 4 ? ", ..." : "")
    let flaw = isOne ? "is configured, but no CI workflow runs it" : "are configured, but no CI workflow runs them"
    return "\(list) \(flaw); add a step that runs '\(first)'"
  }
}
