import LintCatalog
import LintEngine
import LintModel
import LintProject
import LintSerialization
import LintSourceText

/// What a check reads and which rules it runs.
package struct CheckPlan {
  package let requests: [Request]
  /// The configuration of the place where mllint runs.
  package let configuration: Configuration
  /// The pages of all rules, those of the projects' own included, by id.
  package let pages: [String: PageHeader]

  init(_ workspace: Workspace, _ target: CheckTarget) throws {
    var workspace = workspace
    // Naming a report asks for the findings about it.
    if !target.coverage.isEmpty, workspace.overrides.select.isEmpty {
      workspace.overrides.extendSelect.append("low-coverage")
    }
    let here = workspace.workingDirectory
    let named = Set(target.paths.map { Paths.absolute($0, in: here) })
    (requests, configuration, pages) = try WorkspaceError.wrapping { [workspace] in
      var plan = try ProjectPlan(workspace)
      let configuration = try plan.configuration()
      let reports = try CoverageReports(target.coverage, of: target.projects, workingDirectory: here)
      let requests = try target.projects.map { project in
        var request = try plan.request(
          for: project, named: named, forcesExcludes: target.forcesExcludes, jobs: target.jobs ?? WorkQueue.processors)
        request.contents = target.contents
        request.coverage = reports.coverage(of: project)
        return request
      }
      return (requests, configuration, plan.headers)
    }
  }

  package func run() -> RunResult {
    var result = RunResult()
    for request in requests { result.merge(Engine.run(request)) }
    return result
  }
}

/// What the user asked to check.
package struct CheckTarget {
  /// Files and folders to report on, as the user wrote them.
  package var paths: [String]
  /// The projects around them.
  package var projects: [Project]
  /// Contents that replace files on disk, by absolute path: standard input, an editor's buffer.
  package var contents: [String: [UInt8]] = [:]
  /// Paths of coverage reports.
  package var coverage: [String] = []
  /// Whether excluded files stay excluded even when they are named one by one.
  package var forcesExcludes = false
  /// Worker threads; nil for one per processor.
  package var jobs: Int?

  package init(paths: [String], projects: [Project]) {
    self.paths = paths
    self.projects = projects
  }
}
