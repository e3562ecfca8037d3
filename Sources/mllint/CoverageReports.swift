import LintEngine
import LintModel
import LintProject
import LintSourceText

/// The coverage reports that a command line names.
struct CoverageReports {
  private var reports: [(report: CoverageReport, path: String)] = []
  private var coverages: [String: Coverage] = [:]

  /// - Throws: where a report cannot be read, is older than a source, or speaks of no file of any project.
  init(_ names: [String], of projects: [Project]) throws {
    guard !names.isEmpty else { return }
    let here = Paths.workingDirectory()
    for name in names {
      let path = Paths.absolute(name, in: here)
      let bytes: [UInt8]
      do {
        bytes = try FileSystem.read(path)
      } catch {
        throw Failure("--coverage '\(name)' cannot be read: \(error.reason)")
      }
      do {
        let entry = (report: try CoverageReport(bytes, name: name), path: path)
        reports.append(entry)
        let found = try projects.map { (project: $0, coverage: try Coverage([entry], of: $0, workingDirectory: here)) }
        guard found.contains(where: { !$0.coverage.isEmpty }) else { throw Coverage.unmatched(entry.report) }
      } catch let error as CoverageError {
        throw Failure("--coverage \(error)")
      }
    }
    for project in projects {
      do {
        coverages[project.root] = try Coverage(reports, of: project, workingDirectory: here)
      } catch {
        throw Failure("--coverage \(error)")
      }
    }
  }

  /// Nil where no report was named.
  func coverage(of project: Project) -> Coverage? { coverages[project.root] }
}
