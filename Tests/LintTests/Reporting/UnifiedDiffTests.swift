import LintReporting
import Testing

/// Diffs as `patch` and `git apply` read them.
@Suite struct UnifiedDiffTests {
  private func diff(_ before: String, _ after: String) -> String {
    String(decoding: UnifiedDiff.write("a.txt", Array(before.utf8), Array(after.utf8)), as: UTF8.self)
  }

  @Test func showsThreeLinesAroundAChange() {
    let before = (1...9).map { "\($0)\n" }.joined()
    #expect(
      diff(before, before.replacing("5", with: "five"))
        == "--- a/a.txt\n+++ b/a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n")
  }

  @Test func marksAMissingLineBreakAtTheEnd() {
    #expect(
      diff("a\nb", "a\nb\n")
        == "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n")
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func gitAppliesRandomDiffs(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    func text() -> String {
      let lines = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        ["a", "b", "c", "é", ""].randomElement(using: &random) ?? ""
      }
      return lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
    }
    let folder = try ScratchFolder()
    for _ in 0..<20 {
      let (before, after) = (text(), text())
      guard before != after, !before.isEmpty, !after.isEmpty else { continue }
      try folder.write("a.txt", before)
      try folder.write("a.diff", diff(before, after))
      let applied = try folder.run(["sh", "-c", "git apply --whitespace=nowarn a.diff 2>&1 && cat a.txt"])
      #expect(applied == after)
    }
  }
}
