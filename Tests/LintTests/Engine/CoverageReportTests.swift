import LintEngine
import LintModel
import Testing

/// Reading coverage reports of every kind, and the errors about broken ones.
@Suite struct CoverageReportTests {
  private static let coveragePy = """
    {"meta": {"timestamp": "2026-11-30T10:00:00"}, "files": {"nets/dense.py": {"executed_lines": [1, 2],
    "missing_lines": [4], "summary": {"num_branches": 2, "covered_branches": 1},
    "functions": {"": {"executed_lines": [1]}, "Dense.call": {"executed_lines": [2], "missing_lines": [4]}}}}}
    """
  private static let cobertura = """
    <?xml version="1.0"?><coverage timestamp="1764500000000"><sources><source>/src</source></sources><packages><package>
    <classes><class filename="nets/dense.py"><lines><line number="1" hits="1"/>
    <line number="2" hits="3" branch="true" condition-coverage="50% (1/2)"/><line number="4" hits="0"/></lines></class>
    </classes></package></packages></coverage>
    """
  private static let lcov = """
    TN:
    SF:nets/dense.py
    DA:1,1
    DA:2,3
    BRDA:2,0,0,1
    BRDA:2,0,1,0
    DA:4,0
    end_of_record

    """
  private static let llvm = """
    {"data": [{"files": [{"filename": "nets/dense.py", "segments": [[1, 1, 1, true, true, false],
    [3, 2, 0, false, false, false], [4, 1, 0, true, true, false], [4, 9, 0, false, false, false]]}]}], "type": "llvm.coverage.json.export"}
    """

  private func read(_ text: String) throws -> CoverageReport { try CoverageReport(Array(text.utf8), name: "report") }

  @Test(arguments: [
    (coveragePy, CoverageReport.Kind.coveragePy), (cobertura, .cobertura), (lcov, .lcov), ("\u{FEFF}" + lcov, .lcov),
    (lcov.replacing("\n", with: "\r\n"), .lcov),
  ])
  func linesAndBranches(text: String, kind: CoverageReport.Kind) throws {
    let report = try read(text)
    #expect(report.kind == kind)
    #expect(report.files.map(\.path) == ["nets/dense.py"])
    let lines = try #require(report.files.first?.lines)
    #expect(lines.reached == [1, 2])
    #expect(lines.missing == [4])
    #expect(lines.summary == CoverageSummary(lines: 3, reached: 2, branches: 2, takenBranches: 1))
  }

  @Test func linesOfSegments() throws {
    let report = try read(Self.llvm)
    #expect(report.kind == .llvm)
    let lines = try #require(report.files.first?.lines)
    #expect(lines.reached == [1, 2, 3])
    #expect(lines.missing == [4])
  }

  @Test func functionsOfCoveragePy() throws {
    let functions = try #require(try read(Self.coveragePy).files.first?.lines.functions)
    #expect(functions.keys.sorted() == ["Dense.call"])
    #expect(functions["Dense.call"]?.missing == [4])
  }

  @Test func timeAndSourcesOfCobertura() throws {
    let report = try read(Self.cobertura)
    #expect(report.time == 1_764_500_000)
    #expect(report.sources == ["/src"])
  }

  /// A line that runs in one build and not in another is covered.
  @Test func filesThatAreListedTwiceAreJoined() throws {
    let twice = try read("SF:a.py\nDA:1,0\nDA:2,0\nend_of_record\nSF:a.py\nDA:2,1\nend_of_record\n")
    #expect(twice.files.count == 1)
    #expect(twice.files[0].lines.reached == [2])
    #expect(twice.files[0].lines.missing == [1])
  }

  @Test(arguments: [
    ("{\"meta\": {}, \"files\": ", 1, 23), ("{\"meta\": x}", 1, 10), ("{}", 1, 1),
    ("<coverage><packages>", 1, 21), ("<coverage>\n<class/></coverage>", 2, 1), ("<testsuite/>", 1, 1),
    ("<coverage clover=\"4\"/>", 1, 1), ("<coverage><class filename='a'><line hits='1'/></class></coverage>", 1, 31),
    ("TN:\nDA:1,1\n", 2, 1), ("TN:\nSF:a.py\nDA:1\n", 3, 1), ("TN:\nSF:a.py\nDA:x,1\n", 3, 1), ("TN:\nhello\n", 2, 1),
    ("TN:\nSF:a.py\n", 3, 1), ("{\"type\": \"llvm.coverage.json.export\", \"data\": [", 1, 48),
  ])
  func anErrorSaysWhere(text: String, line: Int, column: Int) {
    let error = #expect(throws: CoverageError.self) { try read(text) }
    #expect(error?.description.hasPrefix("report:\(line):\(column): ") == true, "\(error?.description ?? "")")
  }

  @Test(arguments: ["", " \n", "hello", "SQLite format 3\u{0}", "TN:\n", "{\"files\": {}}", "<coverage/>"])
  func whatIsNoReportIsRejected(text: String) {
    let error = #expect(throws: CoverageError.self) { try read(text) }
    #expect(error?.description.contains("'report'") == true)
  }
}
