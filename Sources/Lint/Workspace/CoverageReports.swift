import LintEngine
import LintModel
import LintProject
import LintSourceText

/// The coverage reports that the user named, matched to the projects they measure.
package struct CoverageReports {
  private var reports: [(report: CoverageReport, path: String)] = []
  private var coverages: [String: Coverage] = [:]

  /// - Throws: `WorkspaceError` where a report cannot be read, is older than a source, or covers no file of any project.
  package init(_ names: [String], of projects: [Project], workingDirectory here: String) throws {
    guard !names.isEmpty else { return }
    for name in names {
      let path = Paths.absolute(name, in: here)
      let bytes: [UInt8]
      do {
        bytes = try FileSystem.read(path, limit: FileSystem.maximumReportSize)
      } catch {
        let advice = if case .notRegular = error.cause { "; save the report to a file first" } else { "" }
        throw WorkspaceError("--coverage '\(name)' cannot be read: \(error.reason)\(advice)")
      }
      do {
        let entry = (report: try CoverageReport(bytes, name: name), path: path)
        reports.append(entry)
        let found = try projects.map { (project: $0, coverage: try Coverage([entry], of: $0, workingDirectory: here)) }
        guard found.contains(where: { !$0.coverage.isEmpty }) else { throw Coverage.unmatched(entry.report) }
      } catch let error as CoverageError {
        throw WorkspaceError("--coverage \(error)")
      }
    }
    for project in projects {
      do {
        coverages[project.root] = try Coverage(reports, of: project, workingDirectory: here)
      } catch {
        throw WorkspaceError("--coverage \(error)")
      }
    }
  }

  /// nil if no report was named.
  package func coverage(of project: Project) -> Coverage? { coverages[project.root] }
}
