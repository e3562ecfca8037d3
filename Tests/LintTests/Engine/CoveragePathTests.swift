import Foundation
import LintEngine
import LintModel
import LintProject
import LintSourceText
import Testing

/// Which file of the project a path in a report means, and whether the report is recent enough.
@Suite struct CoveragePathTests {
  private func project(_ folder: ScratchFolder) throws -> Project {
    try folder.write("pyproject.toml", "[project]\nname = \"nets\"\n")
    try folder.write("nets/__init__.py", "")
    try folder.write("nets/dense.py", "first = 1\n")
    try folder.write("nets/inner/__init__.py", "")
    try folder.write("nets/inner/dense.py", "first = 1\n")
    let finder = ProjectFinder(workingDirectory: folder.path, fileExtensions: ["py"])
    return try #require(try finder.projects(of: ["."]).first)
  }

  private func report(_ path: String, in folder: ScratchFolder) throws -> (report: CoverageReport, path: String) {
    let text = "TN:\nSF:\(path)\nDA:1,1\nend_of_record\n"
    try folder.write("report.info", text)
    return (try CoverageReport(Array(text.utf8), name: "report.info"), folder.path + "/report.info")
  }

  @Test(arguments: [
    ("nets/dense.py", "nets/dense.py"), ("/builds/7/nets/dense.py", "nets/dense.py"),
    ("C:\\work\\nets\\dense.py", "nets/dense.py"), ("/builds/7/nets/inner/dense.py", "nets/inner/dense.py"),
    // Could be either, or neither.
    ("/builds/7/dense.py", nil), ("other/dense.py", nil), ("nets/conv.py", nil),
  ])
  func pathsOfOtherMachinesAreMatched(path: String, file: String?) throws {
    let folder = try ScratchFolder()
    let project = try project(folder)
    let coverage = try Coverage([try report(path, in: folder)], of: project, workingDirectory: folder.path)
    #expect(project.files.map(\.path).filter { coverage[folder.path + "/" + $0] != nil } == [file].compactMap(\.self))
  }

  @Test func aliasesOfTheConfigurationAreFollowed() throws {
    let folder = try ScratchFolder()
    try folder.write(".coveragerc", "[paths]\nsource =\n    nets/inner\n    /opt/installed\n")
    let project = try project(folder)
    let report = try report("/opt/installed/dense.py", in: folder)
    let coverage = try Coverage([report], of: project, workingDirectory: folder.path)
    #expect(coverage[folder.path + "/nets/inner/dense.py"]?.reached == [1])
  }

  @Test func aReportOlderThanAnUncommittedFileIsRejected() throws {
    let folder = try ScratchFolder()
    let project = try project(folder)
    let report = try report("nets/dense.py", in: folder)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: folder.path + "/nets/dense.py")
    let error = #expect(throws: CoverageError.self) {
      try Coverage([report], of: project, workingDirectory: folder.path)
    }
    #expect(error?.description.contains("'report.info' is older than") == true)
  }

  /// A fresh checkout gives every file a new time.
  @Test func aReportOfACommittedFileIsAccepted() throws {
    let folder = try ScratchFolder()
    let project = try project(folder)
    try folder.run(["sh", "-c", "git init -q . && git add . && git -c user.name=a -c user.email=a@b.c commit -q -m a"])
    let report = try report("nets/dense.py", in: folder)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: folder.path + "/nets/dense.py")
    let coverage = try Coverage([report], of: project, workingDirectory: folder.path)
    #expect(coverage[folder.path + "/nets/dense.py"]?.reached == [1])
  }

  @Test func aReportWithLinesBeyondTheFileIsRejected() throws {
    let folder = try ScratchFolder()
    let project = try project(folder)
    let report = try CoverageReport(Array("SF:nets/dense.py\nDA:9,1\nend_of_record\n".utf8), name: "r")
    let error = #expect(throws: CoverageError.self) {
      try Coverage([(report, folder.path + "/pyproject.toml")], of: project, workingDirectory: folder.path)
    }
    #expect(error?.description.contains("nets/dense.py") == true, "\(error?.description ?? "no error")")
  }
}
