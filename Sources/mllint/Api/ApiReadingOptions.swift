import ArgumentParser
import Lint
import LintApiDiff
import LintProject
import LintWorkspace

/// How the states of an API are read.
struct ApiReadingOptions: ParsableArguments {
  @Option(help: "Number of worker threads; default: one per processor.")
  var jobs: Int?

  @Option(help: ArgumentHelp("Use this configuration file instead of the nearest one.", valueName: "file"))
  var config: String?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, got \(jobs)") }
  }

  /// What the files below some paths contribute.
  func files(of paths: [String]) throws -> ApiReading {
    do {
      let workspace = try workspace()
      return try ProjectFinder(fileExtensions: Self.fileExtensions).projects(of: paths).reduce(into: ApiReading()) {
        $0.append(try workspace.apiReading(of: $1, jobs: jobs))
      }
    } catch let error as ProjectFinder.MissingPath {
      throw Failure("\(error)")
    }
  }

  /// The same of a revision's files below a folder of its repository.
  func files(of revision: GitRevision, below folder: String) throws -> ApiReading {
    do {
      let (project, contents) = try revision.project(below: folder, fileExtensions: Self.fileExtensions)
      return try workspace().apiReading(of: project, contents: contents, jobs: jobs)
    } catch let error as GitError {
      throw Failure(error.description)
    }
  }

  private func workspace() throws -> Workspace {
    var workspace = try Workspace.builtIn()
    workspace.overrides.file = config
    return workspace
  }

  private static let fileExtensions: Set<String> = ["py", "pyi", "swift"]
}
