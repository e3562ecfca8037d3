import LintCatalog
import LintEngine
import LintModel
import LintProject
import LintSerialization
import LintSourceText
import LintWorkspace

/// What a check is to read and to run.
struct CheckPlan {
  let requests: [Request]
  /// The configuration of the place where mllint runs.
  let configuration: Configuration
  /// The pages of all rules, those of the projects' own included, by id.
  let pages: [String: PageHeader]

  /// - Parameters:
  ///   - paths: What to report on.
  ///   - projects: The projects around them.
  ///   - contents: Texts that stand in for files, by absolute path.
  ///   - coverage: Reports of what tests reach, as the user named them.
  init(
    _ paths: [String], _ projects: [Project], _ catalogue: Catalogue, _ configuring: ConfigurationOptions,
    contents: [String: [UInt8]] = [:], coverage: [String] = [], forcesExcludes: Bool, jobs: Int? = nil
  ) throws {
    var configuring = configuring
    // Who names a report wants to hear of it.
    if !coverage.isEmpty, configuring.select.isEmpty { configuring.extendSelect.append("low-coverage") }
    let here = Paths.workingDirectory()
    let named = Set(paths.map { Paths.absolute($0, in: here) })
    (requests, configuration, pages) = try Self.naming { [configuring] in
      var plan = try ProjectPlan(catalogue, configuring, workingDirectory: here)
      let configuration = try plan.configuration()
      let reports = try CoverageReports(coverage, of: projects)
      let requests = try projects.map { project in
        var request = try plan.request(
          for: project, named: named, forcesExcludes: forcesExcludes, jobs: jobs ?? WorkQueue.processors)
        request.contents = contents
        request.coverage = reports.coverage(of: project)
        return request
      }
      return (requests, configuration, plan.headers)
    }
  }

  func run() -> RunResult {
    var result = RunResult()
    for request in requests { result.merge(Engine.run(request)) }
    return result
  }

  /// Errors of a configuration, by the name under which the user gave it.
  static func naming<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as YAMLError {
      throw Failure(error.mark.path.hasPrefix("--") ? "\(error.mark.path): \(error.message)" : "\(error)")
    }
  }
}
