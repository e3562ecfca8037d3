import Foundation
import Testing

@Suite struct StandardInputTests {
  @Test func standardInputNeedsNoFile() throws {
    let result = try Command(["other.yml": "# mllint: allow(nothing) not asked for\n"]).run(
      "check", "--output-format", "concise", "--stdin-filename", "pkg/new.yml", "-",
      input: "x: 1  # mllint: allow(syntax-error) typed just now\n")
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("pkg/new.yml:1:7: warning[unused-suppression]"))
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test func standardInputRequiresFilename() throws {
    let result = try Command().run("check", "-")
    #expect(result.code == 2)
    #expect(result.errors.contains("'-' requires --stdin-filename"))
  }

  /// The findings do not depend on the number of threads.
  @Test func threadCountDoesNotChangeFindings() throws {
    let files = (0..<200).map { ("d\($0 % 7)/f\($0).yml", "a: 1\nb: 2  # mllint: allow(rule-\($0)) for the test\n") }
    let command = try Command(Dictionary(uniqueKeysWithValues: files))
    let one = try command.run("check", "--output-format", "concise", "--jobs", "1", ".")
    let three = try command.run("check", "--output-format", "concise", "--jobs", "3", ".")
    #expect(one.output.split(separator: "\n").count == 200)
    #expect(one.output == three.output)
  }
}
