import Foundation
import Testing

/// Coverage reports written by the real tools, and errors for unusable reports.
@Suite struct CoverageTests {
  private static let package = [
    "pyproject.toml": "[project]\nname = \"nets\"\n",
    "nets/__init__.py": "",
    "nets/dense.py": """
    def build(units):
        if units < 0:
            return 0
        return units


    def prune(units):
        kept = units // 2
        return kept


    def draw(units):  # pragma: no cover
        return units

    """,
    "tests/test_dense.py": "from nets.dense import build\n\nassert build(3) == 3\n",
  ]

  private static let flawed = """
    nets/dense.py:7:5: warning[low-coverage] no test reaches 'prune'; test it, or make it private (lines 8-9 never ran)

    """

  /// Runs an installed program in a folder; nil if it is missing or fails.
  private func tool(_ arguments: String..., in folder: String) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  @Test(arguments: ["json", "xml", "lcov"])
  func reportsOfCoveragePy(format: String) throws {
    let command = try Command(Self.package)
    let python = command.path + "/.venv/bin/python"
    guard tool("python3", "-m", "venv", ".venv", in: command.path) != nil,
      tool(python, "-m", "pip", "install", "-q", "coverage", in: command.path) != nil
    else {
      print("skipped: coverage.py cannot be installed here, since Python or its package index is out of reach")
      return
    }
    #expect(
      tool(
        "env", "PYTHONPATH=.", python, "-m", "coverage", "run", "--source=nets", "tests/test_dense.py", in: command.path
      ) != nil)
    #expect(tool(python, "-m", "coverage", format, "-o", "report", in: command.path) != nil)
    let result = try command.run(
      "check", "--select", "low-coverage", "--output-format", "concise", "-q", "--coverage", "report", ".")
    #expect(result.output == Self.flawed)
    #expect(result.errors.isEmpty)
    #expect(result.code == 1)
  }

  @Test func reportOfSwiftTest() throws {
    let command = try Command([
      "Package.swift": """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(
        name: "Nets",
        targets: [.target(name: "Nets"), .testTarget(name: "NetsTests", dependencies: ["Nets"])])

      """,
      "Sources/Nets/Dense.swift": """
      public func build() -> Int {
        [1, 2].map { $0 + 1 }.reduce(0, +)
      }

      public func prune(units: Int) -> Int {
        units / 2
      }

      """,
      "Tests/NetsTests/DenseTests.swift":
        "import Nets\nimport Testing\n\n@Test func builds() { #expect(build() == 5) }\n",
    ])
    guard tool("swift", "test", "--enable-code-coverage", "--disable-xctest", in: command.path) != nil,
      let path = tool("swift", "test", "--show-codecov-path", in: command.path)
    else {
      print("skipped: 'swift test --enable-code-coverage' does not run here")
      return
    }
    let result = try command.run(
      "check", "--select", "low-coverage", "--output-format", "concise", "-q", "--coverage",
      path.trimmingCharacters(in: .whitespacesAndNewlines), ".")
    #expect(
      result.output == """
        Sources/Nets/Dense.swift:5:13: warning[low-coverage] no test reaches 'prune'; test it, or make it private \
        (lines 5-7 never ran)

        """)
  }

  @Test func outdatedReportIsRejected() throws {
    let command = try Command(Self.package)
    try command.write("report.info", Data("TN:\nSF:nets/dense.py\nDA:8,0\nend_of_record\n".utf8))
    let later = Date(timeIntervalSinceNow: 60)
    try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: command.path + "/nets/dense.py")
    let result = try command.run("check", "--coverage", "report.info", ".")
    #expect(result.code == 2)
    #expect(
      result.errors
        == "mllint: error: --coverage 'report.info' is older than 'nets/dense.py', so its lines may not match; rerun the tests and regenerate the report\n"
    )
  }

  @Test func pathsOfAnotherMachineAndFloors() throws {
    var files = Self.package
    files[".coveragerc"] = "[report]\nfail_under = 90\n"
    let command = try Command(files)
    try command.write(
      "report.info", Data("TN:\nSF:/builds/7/nets/dense.py\nDA:2,1\nDA:8,0\nDA:9,0\nend_of_record\n".utf8))
    let result = try command.run(
      "check", "--output-format", "concise", "-q", "--coverage", "report.info", ".")
    #expect(
      result.output.contains("tests reach 33.3% of the project, but fail_under of .coveragerc requires 90%"))
    #expect(result.output.contains("no test reaches 'prune'"))
  }

  @Test func functionsOfOneFileAreGrouped() throws {
    let names = ["a", "b", "c", "d", "e"]
    let source = names.map { "def \($0)(units):\n    return units\n" }.joined()
    let command = try Command(["nets/__init__.py": "", "nets/dense.py": source])
    try command.write(
      "report.info",
      Data("TN:\nSF:nets/dense.py\nDA:2,1\nDA:4,0\nDA:6,0\nDA:8,0\nDA:10,0\nend_of_record\n".utf8))
    let result = try command.run(
      "check", "--select", "low-coverage", "--output-format", "concise", "-q", "--coverage", "report.info", ".")
    #expect(
      result.output == """
        nets/dense.py:3:5: warning[low-coverage] no test reaches 4 functions or types in this file: 'b', 'c', 'd' and 'e'; \
        test them, or make them private (lines 4, 6, 8, 10 never ran)

        """)
  }

  @Test(arguments: [
    ("{", "report:1:2: truncated JSON; regenerate the report"),
    (
      "<coverage><a></coverage>",
      "report:1:14: invalid XML: expected '</a>', found '</coverage>'; regenerate the report"
    ),
    ("<coverage><packages>", "report:1:21: invalid XML: it ends before '</packages>'; regenerate the report"),
    ("TN:\nSF:a.py\nDA:1\n", "report:3:1: expected 'DA:<line>,<count>', found 'DA:1'"),
    (
      "hello",
      "'report' is not a supported coverage report; expected coverage.py JSON, Cobertura XML, LCOV or llvm-cov JSON"
    ),
  ])
  func invalidReportsAreErrors(text: String, message: String) throws {
    let command = try Command(Self.package)
    try command.write("report", Data(text.utf8))
    let result = try command.run("check", "--coverage", "report", ".")
    #expect(result.code == 2)
    #expect(result.errors == "mllint: error: --coverage \(message)\n")
  }
}
