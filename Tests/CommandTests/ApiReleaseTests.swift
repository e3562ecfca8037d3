import Foundation
import Testing

/// What a release manager does with `mllint api`: compares tags, accepts, prunes.
@Suite struct ApiReleaseTests {
  /// A repository with a tag `v0.4.0`, a tag `v0.5.0`, and a change after it.
  private func repository() throws -> Command {
    let command = try Command([
      "kites/__init__.py": "",
      "kites/tails.py": """
      import warnings

      def knot(tail, count=3): ...

      @deprecated("use knot", since="0.3")
      def tie(tail): ...

      def cut(tail): ...
      """,
    ])
    try git(command, "init", "-q", "-b", "main")
    try commit(command, "v0.4.0")
    try command.write("kites/tails.py", Data("def knot(tail, count=4): ...\n".utf8))
    try commit(command, "v0.5.0")
    try command.write("kites/tails.py", Data("def knot(tail, count=4, width=1): ...\n".utf8))
    return command
  }

  private func commit(_ command: Command, _ tag: String) throws {
    try git(command, "add", ".")
    try git(command, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", tag)
    try git(command, "tag", tag)
  }

  private func git(_ command: Command, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", command.path] + arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func rangeNamesBothStates() throws {
    let command = try repository()
    let two = try command.run("api", "diff", "v0.4.0", "v0.5.0")
    #expect(two.code == 1)
    #expect(try command.run("api", "diff", "v0.4.0..v0.5.0").output == two.output)
    #expect(try command.run("api", "diff", "v0.5.0..").output.hasPrefix("v0.5.0 -> HEAD: 0 breaking"))
    #expect(try command.run("api", "diff", "v0.5.0...main").code == 0)
    let unknown = try command.run("api", "diff", "v0.4.0..v0.6.0")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("unknown revision 'v0.6.0'"))
  }

  @Test func summaryTellsAnnouncedRemovalsAndTheVersion() throws {
    let output = try repository().run("api", "diff", "v0.4.0..v0.5.0").output
    #expect(output.hasPrefix("v0.4.0 -> v0.5.0: 2 breaking, 1 behavior-changing, 0 additive\n"))
    #expect(output.contains("removals: 1 announced by a deprecation, 1 not\n"))
    #expect(output.contains("suggested version: 0.5.0 or later (minor); v0.5.0 qualifies\n"))
    #expect(output.contains("'kites.tails.tie' was removed; it was deprecated since 0.3: use knot"))
  }

  @Test func syntaxErrorsAreMentioned() throws {
    let command = try repository()
    try command.write("kites/broken.py", Data("def knot(tail:\n".utf8))
    let output = try command.run("api", "diff", "v0.5.0").output
    #expect(output.contains("syntax errors, so the API may be incomplete: kites/broken.py:2"))
  }

  @Test func oneEntryServesTheSnapshotAndTheTag() throws {
    let command = try repository()
    // The snapshot is of today, the last release is behind.
    #expect(try command.run("api", "--write", "mllint-api.yml").code == 0)
    let accepted = try command.run(
      "api", "accept", "kites.tails.*", "--since", "v0.4.0", "--since", "mllint-api.yml", "--reason", "knots are enough"
    )
    #expect(accepted.errors == "mllint: accepted 4 changes in mllint-api-accepted.yml\n")
    #expect(try command.run("api", "diff", "v0.4.0").code == 0)
    #expect(try command.run("api", "diff", "mllint-api.yml").code == 0)
    let check = try command.run("check", "--select", "unacknowledged-api-change")
    #expect(check.code == 0)
    // What is not part of one comparison is kept as long as it is part of the other.
    let kept = try command.run("api", "accept", "--prune", "--since", "v0.4.0", "--since", "mllint-api.yml")
    #expect(kept.errors.contains("removed 0 entries"))
    let pruned = try command.run("api", "accept", "--prune", "--since", "v0.5.0")
    #expect(pruned.errors.contains("removed 3 entries"))
    #expect(try command.run("api", "diff", "v0.5.0").output.contains("1 accepted"))
    let nothing = try command.run("api", "accept", "kites.tails.knot", "--prune")
    #expect(nothing.code == 2)
  }
}
