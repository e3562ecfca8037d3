import LintModel
import LintProject
import LintSourceText

/// The combined coverage of a project's files from all reports.
package struct Coverage: Sendable {
  /// By absolute path.
  private var files: [String: LineCoverage] = [:]
  package let settings: CoverageSettings

  package subscript(absolutePath: String) -> LineCoverage? { files[absolutePath] }
  package var isEmpty: Bool { files.isEmpty }

  /// Lays reports over a project.
  ///
  /// - Parameters:
  ///   - reports: each with the absolute path of its file.
  ///   - project: whose files the reports' paths are looked for among.
  ///   - workingDirectory: the absolute path that relative paths may start from.
  /// - Throws: where a report is older than a file that it mentions, or the project's coverage configuration cannot be
  ///   read.
  package init(
    _ reports: [(report: CoverageReport, path: String)], of project: Project, workingDirectory: String
  ) throws(CoverageError) {
    settings = try CoverageSettings.read(project.root)
    let paths = CoveragePaths(project, settings.aliases, workingDirectory: workingDirectory)
    let age = CoverageAge(project)
    let excluded = try ExcludedLines(settings)
    for (report, path) in reports {
      let time = report.time ?? FileSystem.modificationTime(of: path)
      for measured in report.files {
        let place = paths.index(of: measured.path, sources: report.sources, reportFolder: Paths.folder(of: path))
        guard let file = place.map({ project.files[$0] }), settings.measures(file.path, at: file.absolutePath) else {
          continue
        }
        if let time, age.isOlder(time, than: file) { throw .stale(report, file) }
        let text = try? FileSystem.read(file.absolutePath)
        var lines = measured.lines
        if let text, lines.last > Bytes.count(UInt8(ascii: "\n"), in: text) + 1 { throw .stale(report, file) }
        if let text, Paths.fileExtension(of: file.path) == "py" { lines.exclude(excluded.lines(of: text)) }
        files[file.absolutePath, default: LineCoverage()].merge(lines)
      }
    }
  }

  /// Where no report mentions any file of any project.
  package static func unmatched(_ report: CoverageReport) -> CoverageError {
    let example = report.files.first.map { ", such as '\($0.path)'" } ?? ""
    return CoverageError(
      "'\(report.name)' covers \(report.files.count) files\(example), none of them in this project; run mllint in "
        + "its repository, or list both folders in the [paths] section of .coveragerc")
  }
}

extension CoverageError {
  fileprivate static func stale(_ report: CoverageReport, _ file: ProjectFile) -> CoverageError {
    CoverageError(
      "'\(report.name)' is older than '\(file.shownPath)', so its lines may not match; rerun the tests and regenerate "
        + "the report")
  }
}
