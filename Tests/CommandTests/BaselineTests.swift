import Foundation
import Testing

/// `--baseline`, `--write-baseline` and `baseline prune`.
@Suite struct BaselineTests {
  static let flawed = "def check(n):\n    if n < 1:\n        raise ValueError()\n"
  static let fixed = "def check(n):\n    if n < 1:\n        raise ValueError(f\"n must be 1 or more, got {n}\")\n"

  @Test func knownFindingsAreNotReported() throws {
    let command = try Command(["a.py": Self.flawed, "mllint.yml": "baseline: known.yml\nselect: [errors]\n"])
    let written = try command.run("check", "--write-baseline", "known.yml")
    #expect(written.code == 0)
    #expect(written.errors == "mllint: wrote 1 known finding to known.yml\n")
    let known = try command.run("check")
    #expect(known.code == 0)
    #expect(known.output == "no findings in 3 files; 1 in the baseline\n")
    let json = try #require(try command.run("check", "--output-format", "json").json() as? [String: Any])
    #expect((json["summary"] as? [String: Any])?["baselined"] as? Int == 1)

    // Moved lines do not matter; a new finding does.
    try command.write("a.py", Data(("import os\n\n" + Self.flawed).utf8))
    #expect(try command.run("check").code == 0)
    try command.write("b.py", Data(Self.flawed.replacing("check", with: "verify").utf8))
    let open = try command.run("check", "--output-format", "concise")
    #expect(open.code == 1)
    #expect(open.output.hasPrefix("b.py:3:9: "))
  }

  @Test func fixedFindingsAreReportedAndPruned() throws {
    let command = try Command(["a.py": Self.flawed, "b.py": Self.flawed, "mllint.yml": "select: [errors]\n"])
    _ = try command.run("check", "--write-baseline", "mllint-baseline.yml")
    try command.write("a.py", Data(Self.fixed.utf8))
    let checked = try command.run("check", "--baseline", "mllint-baseline.yml")
    #expect(checked.code == 0)
    #expect(
      checked.errors == "mllint: 1 finding in the baseline has been fixed; 'mllint baseline prune' removes it\n")
    // a.py was not checked, so its entry is kept.
    #expect(try command.run("check", "b.py", "--baseline", "mllint-baseline.yml").errors.isEmpty)
    let pruned = try command.run("baseline", "prune")
    #expect(pruned.errors == "mllint: removed 1 fixed finding from mllint-baseline.yml; 1 entry left\n")
    #expect(try command.run("check", "--baseline", "mllint-baseline.yml").errors.isEmpty)
    try command.write("a.py", Data(Self.flawed.utf8))
    #expect(try command.run("check", "--baseline", "mllint-baseline.yml").code == 1)
  }

  @Test func groupedFindingsMayOnlyShrink() throws {
    let silenced = { (count: Int) in Data(String(repeating: "print(1)  # noqa\n", count: count).utf8) }
    let command = try Command(["mllint.yml": "baseline: known.yml\nselect: [unexplained-suppression]\nfail_on: note\n"])
    try command.write("a.py", silenced(12))
    #expect(
      try command.run("check", "--write-baseline", "known.yml").errors
        == "mllint: wrote 12 known findings to known.yml\n")
    #expect(try command.run("check").code == 0)
    try command.write("a.py", silenced(13))
    let grown = try command.run("check")
    #expect(grown.code == 1)
    #expect(grown.output.contains("all 13 of the project's '# noqa'"))
    try command.write("a.py", silenced(11))
    #expect(try command.run("baseline", "prune").errors.hasPrefix("mllint: removed 1 fixed finding from known.yml"))
    try command.write("a.py", silenced(12))
    #expect(try command.run("check").code == 1)
  }

  @Test func invalidBaselinesAreErrors() throws {
    let command = try Command(["a.py": "x = 1\n", "known.yml": "version: 2\nfindings: []\n"])
    let missing = try command.run("check", "--baseline", "none.yml")
    #expect(missing.code == 2)
    #expect(
      missing.errors == "mllint: error: the baseline 'none.yml' cannot be read: no such file or directory; "
        + "write one with 'mllint check --write-baseline none.yml'\n")
    let other = try command.run("check", "--baseline", "known.yml")
    #expect(other.code == 2)
    #expect(other.errors.contains("known.yml:1:10: "))
    #expect(other.errors.contains("expected version 1, found 2"))
  }
}
