import ArgumentParser
import Lint
import LintCatalog
import LintModel
import LintRuleTesting
import LintSerialization
import LintSourceText
import LintWorkspace

struct RuleTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Test custom rules against their examples.",
    discussion: """
      Each example is checked as written, with Windows line endings, after wide characters, inside a string, suppressed, \
      and as a notebook. Exit codes: 0 all examples pass, 1 an example fails, 2 a page cannot be read.
      """)

  @Argument(help: "Rule pages, or folders of them.")
  var paths: [String]

  func run() throws {
    let workspace = try Workspace.builtIn()
    let here = workspace.workingDirectory
    var tests: [RulePageTest] = []
    do {
      var files: [EmbeddedFile] = []
      for path in paths {
        let name = Located(path, at: Mark(path: path, line: 1, column: 1))
        files += try CustomRuleFiles(workingDirectory: here).pages(at: Paths.absolute(path, in: here), named: name)
      }
      let catalog = try workspace.catalog.adding(files)
      tests = try files.map { try RulePageTest($0, catalog, workspace.frontends) }
    } catch let error as YAMLError {
      throw Failure("\(error)")
    }
    var failures = 0
    var count = 0
    for test in tests {
      let result = test.run()
      count += result.count
      failures += result.failures.count
      for failure in result.failures { Output.write("\(failure)\n") }
    }
    let rules = "\(tests.count) rule\(tests.count == 1 ? "" : "s")"
    Output.write(
      "\(rules), \(count) examples run, \(failures == 0 ? "all passed" : "\(failures) failed")\n")
    if failures > 0 { throw ExitCode(1) }
  }
}
