import LintModel
import LintRuleKit

/// The repository has tests, but no CI workflow runs them.
struct MissingCi: ProjectRule {
  struct Options: RuleOptions {
    /// Words that identify a command that runs tests.
    var commands: [String]
    /// Minimum number of tests before the repository is reported.
    var minimumTests: Int
  }

  let options: Options

  /// The number of tests in one file.
  func facts(in file: SourceFile) -> [Int] {
    guard file.role == .test else { return [] }
    let tests = file.model.declarations.count { $0.kind == .test }
    return tests > 0 ? [tests] : []
  }

  func check(_ facts: [FileFacts<Int>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let tests = facts.flatMap(\.facts).reduce(0, +)
    guard tests >= options.minimumTests, let repository = project.repository, !repository.isArchived,
      let reportingLocation = repository.reportingLocation
    else {
      return
    }
    let integration = ContinuousIntegration(repository, lookingFor: Set(options.commands))
    guard !integration.isFound else { return }
    let runner = facts.contains { $0.file.language == .swift && !$0.facts.isEmpty } ? "swift test" : "pytest"
    guard integration.isConfigured else {
      return collector.add(.nothingRuns(tests, files: facts.count, runner: runner), at: reportingLocation, symbol: "")
    }
    collector.add(
      .noTestsRun(tests, files: facts.count, runner: runner), at: reportingLocation, symbol: "",
      related: integration.files.compactMap { repository.location($0) }.prefix(5).map {
        Evidence("runs no tests", at: $0)
      })
  }
}

extension Message {
  fileprivate static func nothingRuns(_ tests: Int, files: Int, runner: String) -> Message {
    "no CI workflow runs the \(counted(tests, "test")) in \(counted(files, "file")); add one that runs '\(runner)' on every change"
  }

  fileprivate static func noTestsRun(_ tests: Int, files: Int, runner: String) -> Message {
    "no CI workflow runs the \(counted(tests, "test")) in \(counted(files, "file")); add a step that runs '\(runner)'"
  }
}
