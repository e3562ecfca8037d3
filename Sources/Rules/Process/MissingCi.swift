import LintModel
import LintRuleKit

/// The repository has tests, but nothing runs them when a change is proposed.
struct MissingCi: ProjectRule {
  struct Options: RuleOptions {
    /// Parts of the words of a command that runs tests.
    var commands: [String]
    /// Tests from which on they are the project's, and no example of one.
    var minimumTests: Int
  }

  let options: Options

  /// The tests of one file.
  func facts(in file: SourceFile) -> [Int] {
    guard file.role == .test else { return [] }
    let tests = file.model.declarations.count { $0.kind == .test }
    return tests > 0 ? [tests] : []
  }

  func check(_ facts: [FileFacts<Int>], _ project: ProjectIndex, _ report: inout Report) {
    let tests = facts.flatMap(\.facts).reduce(0, +)
    guard tests >= options.minimumTests, let repository = project.repository, !repository.isRetired,
      let face = repository.face
    else {
      return
    }
    let integration = ContinuousIntegration(repository, lookingFor: Set(options.commands))
    guard !integration.isFound else { return }
    let runner = facts.contains { $0.file.language == .swift && !$0.facts.isEmpty } ? "swift test" : "pytest"
    guard integration.isThere else {
      return report.add(.nothingRuns(tests, files: facts.count, runner: runner), at: face, symbol: "")
    }
    report.add(
      .noTestsRun(tests, files: facts.count, runner: runner), at: face, symbol: "",
      related: integration.files.compactMap { repository.location($0) }.prefix(5).map {
        Evidence("runs no tests", at: $0)
      })
  }
}

extension Message {
  fileprivate static func nothingRuns(_ tests: Int, files: Int, runner: String) -> Message {
    let verb = tests == 1 ? "is" : "are"
    return
      "\(count(tests, "test")) in \(count(files, "file")) \(verb) run by no continuous integration; add a workflow that runs '\(runner)' on every change"
  }

  fileprivate static func noTestsRun(_ tests: Int, files: Int, runner: String) -> Message {
    "the workflows run none of the \(count(tests, "test")) in \(count(files, "file")); add a step that runs '\(runner)'"
  }

  private static func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
}
