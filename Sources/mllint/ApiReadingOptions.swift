import ArgumentParser
import LintApiDiff
import LintCatalog
import LintEngine
import LintModel
import LintProject
import LintSerialization
import LintSourceText

/// How the states of an API are read.
struct ApiReadingOptions: ParsableArguments {
  @Option(help: "Worker threads; by default one for each processor.")
  var jobs: Int?

  @Option(help: ArgumentHelp("Use this configuration file instead of the nearest one.", valueName: "file"))
  var config: String?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs has to be 1 or more, not \(jobs)") }
  }

  /// What the files below some paths of the disk contribute.
  func modules(of paths: [String]) throws -> [ApiModule] {
    let projects: [Project]
    do {
      projects = try ProjectFinder(endings: Self.endings).projects(of: paths)
    } catch {
      throw Failure("\(error)")
    }
    return try projects.flatMap { try modules(of: $0, contents: [:]) }
  }

  /// The same of a revision, below a folder of its repository.
  func modules(of revision: GitRevision, below folder: String) throws -> [ApiModule] {
    do {
      let (project, contents) = try revision.project(below: folder, endings: Self.endings)
      return try modules(of: project, contents: contents)
    } catch let error as GitError {
      throw Failure(error.description)
    }
  }

  private func modules(of project: Project, contents: [String: [UInt8]]) throws -> [ApiModule] {
    do {
      var options = ConfigurationOptions()
      options.select = []
      options.extendSelect = []
      options.ignore = []
      options.preview = false
      options.config = config.map { [$0] } ?? []
      options.isolated = false
      var plan = try ProjectPlan(try Catalogue.builtIn(), options, workingDirectory: Paths.workingDirectory())
      var request = try plan.request(for: project, named: [], forcesExcludes: true, jobs: jobs ?? WorkQueue.processors)
      request.contents = contents
      return Engine.apiModules(of: request)
    } catch let error as YAMLError {
      throw Failure("\(error)")
    }
  }

  private static let endings: Set<String> = ["py", "pyi", "swift"]
}
