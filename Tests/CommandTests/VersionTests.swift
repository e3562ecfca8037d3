import Foundation
import Testing

@Suite struct VersionTests {
  @Test func everySpellingPrintsTheVersion() throws {
    let command = try Command()
    let outputs = try [["--version"], ["-V"], ["version"], ["check", "-V"]].map { arguments in
      let result = try command.run(arguments)
      #expect(result.code == 0)
      return result.output
    }
    #expect(Set(outputs).count == 1)
    #expect(outputs[0].wholeMatch(of: /mllint \d+\.\d+\.\d+\n/) != nil)
  }

  @Test func changelogHasASectionForTheVersion() throws {
    let version = try Command().run("--version").output.dropFirst("mllint ".count).dropLast()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let changelog = try String(contentsOf: root.appending(path: "CHANGELOG.md"), encoding: .utf8)
    #expect(changelog.contains("\n## [\(version)]"))
  }

  @Test func noArgumentsPrintHelp() throws {
    let result = try Command().run()
    #expect(result.code == 0)
    #expect(result.output.contains("USAGE: mllint"))
  }
}
