import Foundation
import Testing

@Suite struct FixTests {
  private static let flawed =
    "\u{FEFF}a: 1  # mllint: allow(syntax-error) no more\n# mllint: allow(syntax-error) nor here\nb: 2\r\n"
  private static let fixed = "\u{FEFF}a: 1\nb: 2\r\n"

  @Test func fixWritesAndReportsTheRest() throws {
    let command = try Command(["a.yml": Self.flawed])
    let result = try command.run("check", "--fix", "a.yml")
    #expect(result.code == 0)
    #expect(result.errors == "mllint: fixed 2 findings\n")
    #expect(try Data(contentsOf: URL(filePath: command.path + "/a.yml")) == Data(Self.fixed.utf8))
  }

  @Test func diffAppliesWithPatch() throws {
    let command = try Command(["a.yml": "a: 1\n\n\n\n\n\n\n\n\nb: 2  # mllint: allow(syntax-error) no more\n"])
    let result = try command.run("check", "--diff", ".")
    #expect(result.code == 1)
    let header = "--- a/a.yml\n+++ b/a.yml\n@@ -7,4 +7,4 @@\n \n \n \n"
    #expect(result.output == header + "-b: 2  # mllint: allow(syntax-error) no more\n+b: 2\n")
  }
}
