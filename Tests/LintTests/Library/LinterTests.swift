import Foundation
import Lint
import Testing

/// The library product, and suppressions as its users see them.
@Suite struct LinterTests {
  private static let raise = "        raise ValueError(\"bad axis\")"
  private static let source = "def split(x, axis):\n    if axis >= x.ndim:\n\(raise)\n    return x\n"

  private func repository(_ source: String = source) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write("pyproject.toml", "[project]\nname = \"nets\"\n")
    try folder.write("nets/__init__.py", "")
    try folder.write("nets/split.py", source)
    return folder
  }

  private func findings(in folder: ScratchFolder, unsaved: [String: String] = [:]) throws -> [String] {
    var linter = try Linter()
    linter.select = ["error-without-value", "unused-suppression", "reasonless-suppression"]
    linter.includesPreviewRules = true
    return try linter.check([folder.path], unsaved: unsaved).findings.map { "\($0.line) \($0.rule)" }
  }

  @Test func findsWhatTheDocumentationShows() throws {
    let folder = try repository()
    var linter = try Linter()
    linter.select = ["error-without-value"]
    let report = try linter.check([folder.path])
    let finding = try #require(report.findings.first)
    #expect(report.findings.count == 1)
    #expect(report.isComplete)
    #expect(finding.path.hasSuffix("nets/split.py"))
    #expect(finding.line == 3)
    #expect(finding.symbol == "nets.split.split")
    #expect(finding.message.contains("axis"))
    linter.ignore = ["error-without-value"]
    #expect(try linter.check([folder.path]).findings.isEmpty)
  }

  @Test func settingsTakeTheConfigurationsPlace() throws {
    let folder = try repository()
    try folder.write("mllint.yml", "ignore: [vague-error-message]\n")
    var linter = try Linter()
    #expect(linter.select.isEmpty && linter.ignore.isEmpty)
    #expect(!linter.includesPreviewRules && !linter.isIsolated)
    let lines = { (linter: Linter) in
      try linter.check([folder.path]).findings.filter { $0.rule == "vague-error-message" }.map(\.line)
    }
    #expect(try lines(linter) == [])
    linter.isIsolated = true
    #expect(linter.isIsolated)
    #expect(try lines(linter) == [3])
    linter.ignore = ["vague-error-message"]
    #expect(linter.ignore == ["vague-error-message"])
    #expect(try lines(linter) == [])
  }

  @Test func unsavedBuffersReplaceFiles() throws {
    let folder = try repository()
    #expect(try findings(in: folder, unsaved: [folder.path + "/nets/split.py": "x = 1\n"]).isEmpty)
  }

  @Test func aMissingPathIsAnError() throws {
    let linter = try Linter()
    let error = #expect(throws: LintError.self) { try linter.check(["/no/such/folder"]) }
    #expect(error?.description.contains("'/no/such/folder' does not exist") == true)
  }

  @Test(arguments: [
    (source, ["3 error-without-value"]),
    (source.replacing(raise, with: raise + "  # mllint: allow(error-without-value) shown elsewhere"), []),
    (source.replacing(raise, with: "        # mllint: allow(error-without-value) shown elsewhere\n" + raise), []),
    ("# mllint: allow-file(error-without-value) shown elsewhere\n" + source, []),
    ("\"\"\"A.\"\"\"\n# mllint: allow-file(error-without-value) shown elsewhere\n" + source, []),
    (
      source + "# mllint: allow-file(error-without-value) shown elsewhere\n",
      ["3 error-without-value", "5 unused-suppression"]
    ),
    (source.replacing(raise, with: raise + "  # mllint: allow(error-without-value)"), ["3 reasonless-suppression"]),
    (
      source.replacing("return x", with: "return x  # mllint: allow(error-without-value) shown elsewhere"),
      ["3 error-without-value", "4 unused-suppression"]
    ),
    (
      source.replacing(raise, with: raise + "  # mllint: allow(error-without-values) shown elsewhere"),
      ["3 error-without-value", "3 unused-suppression"]
    ),
  ])
  func suppressionsReachTheirLines(source: String, expected: [String]) throws {
    #expect(try findings(in: repository(source)) == expected)
  }
}
