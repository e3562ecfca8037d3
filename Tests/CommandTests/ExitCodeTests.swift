import Foundation
import Testing

/// Exit codes: 0 no findings, 1 findings, 2 an error or an incomplete result.
@Suite struct ExitCodeTests {
  private static let flawed = "# mllint: allow(no-such-rule) for the test\nscale: 2\n"

  @Test func cleanIsZero() throws {
    let result = try Command(["a.yml": "scale: 2\n"]).run("check", ".")
    #expect(result.code == 0)
    #expect(result.output == "no findings in 1 file\n")
    #expect(result.errors.isEmpty)
  }

  @Test func findingsAreOne() throws {
    let result = try Command(["a.yml": Self.flawed]).run("check", "--output-format", "concise", ".")
    #expect(result.code == 1)
    #expect(
      result.output
        == "a.yml:1:1: warning[unused-suppression] unknown rule 'no-such-rule'; 'mllint rule' lists them all\n")
  }

  @Test func failOnAndExitZero() throws {
    let command = try Command(["a.yml": Self.flawed])
    #expect(try command.run("check", "--fail-on", "error", ".").code == 0)
    #expect(try command.run("check", "--fail-on", "note", ".").code == 1)
    #expect(try command.run("check", "--exit-zero", ".").code == 0)
  }

  @Test func missingPath() throws {
    let result = try Command().run("check", "nowhere")
    #expect(result.code == 2)
    #expect(
      result.errors == "mllint: error: 'nowhere' does not exist; check the spelling, or run from its repository\n")
  }

  @Test func unknownRuleNamesTheNearest() throws {
    let result = try Command().run("check", "--select", "sintax-error", ".")
    #expect(result.code == 2)
    #expect(
      result.errors == "mllint: error: --select: unknown rule or family 'sintax-error'; did you mean 'syntax-error'?\n")
  }

  @Test func configurationErrorsHavePositions() throws {
    let result = try Command(["mllint.yml": "rules:\n  sintax-error: off\n", "a.yml": "scale: 2\n"]).run("check", ".")
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == "mllint: error: mllint.yml:2:3: unknown rule 'sintax-error'; did you mean 'syntax-error'?\n")
    let isolated = try Command(["mllint.yml": "nonsense: 1\n", "a.yml": "scale: 2\n"]).run("check", "--isolated", ".")
    #expect(isolated.code == 0)
  }

  @Test func unknownOption() throws {
    let result = try Command().run("check", "--selekt", "all")
    #expect(result.code == 2)
    #expect(result.errors.hasPrefix("mllint: error: Unknown option '--selekt'"))
    #expect(result.output.isEmpty)
  }

  @Test func nothingToCheckWarns() throws {
    let result = try Command().run("check", ".")
    #expect(result.code == 0)
    #expect(result.errors == "mllint: warning: no files to check in .\n")
  }

  @Test func helpGoesToStandardOutput() throws {
    let result = try Command().run("check", "--help")
    #expect(result.code == 0)
    #expect(result.output.contains("--output-format"))
    #expect(result.errors.isEmpty)
  }
}
