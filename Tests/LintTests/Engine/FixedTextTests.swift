import LintEngine
import LintModel
import LintSourceText
import Testing

/// Applying the fixes of findings.
@Suite struct FixedTextTests {
  private func result(_ text: String, _ fixes: [Fix]) -> RunResult {
    var result = RunResult()
    result.texts["a.py"] = SourceText(bytes: Array(text.utf8))
    result.findings = fixes.map { fix in
      var finding = Finding(
        rule: "r", location: Location(path: "a.py", range: fix.edits[0].range), symbol: "", message: "m")
      finding.fix = fix
      return finding
    }
    return result
  }

  private func fix(_ start: UInt32, _ end: UInt32, _ text: String, isSafe: Bool = true) -> Fix {
    Fix("t", isSafe: isSafe, edits: [Fix.Edit(SourceRange(start: start, end: end), text)])
  }

  private func after(_ fixed: [FixedText]) -> [String] { fixed.map { String(decoding: $0.after, as: UTF8.self) } }

  @Test func editsKeepTheirPlaces() {
    let fixed = FixedText.all(in: result("abc def", [fix(4, 7, "y"), fix(0, 3, "longer")]), includesUnsafe: false)
    #expect(after(fixed) == ["longer y"])
    #expect(fixed.map(\.count) == [2])
  }

  @Test func ofOverlappingFixesTheFirstIsApplied() {
    let fixed = FixedText.all(in: result("abcdef", [fix(0, 3, "x"), fix(2, 5, "y")]), includesUnsafe: false)
    #expect(after(fixed) == ["xdef"])
    #expect(fixed.map(\.count) == [1])
  }

  @Test func adjacentFixesDoNotOverlap() {
    #expect(
      after(FixedText.all(in: result("abcd", [fix(0, 2, "x"), fix(2, 4, "y")]), includesUnsafe: false)) == ["xy"])
  }

  @Test func equalEditsOfTwoFixesAreMadeOnce() {
    let shared = Fix.Edit(SourceRange(start: 0, end: 0), "import os\n")
    let first = Fix("t", isSafe: true, edits: [shared, Fix.Edit(SourceRange(start: 0, end: 1), "x")])
    let second = Fix("t", isSafe: true, edits: [shared, Fix.Edit(SourceRange(start: 1, end: 2), "y")])
    let fixed = FixedText.all(in: result("ab", [first, second]), includesUnsafe: false)
    #expect(after(fixed) == ["import os\nxy"])
    #expect(fixed.map(\.count) == [2])
  }

  @Test func unsafeFixesAreOptional() {
    let result = result("ab", [fix(0, 1, "x", isSafe: false)])
    #expect(FixedText.all(in: result, includesUnsafe: false).isEmpty)
    #expect(after(FixedText.all(in: result, includesUnsafe: true)) == ["xb"])
  }

  @Test func anEditBeyondTheTextIsSkipped() {
    #expect(FixedText.all(in: result("ab", [fix(1, 9, "x")]), includesUnsafe: false).isEmpty)
  }
}
