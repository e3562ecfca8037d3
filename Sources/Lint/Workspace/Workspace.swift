import LintApiDiff
import LintCatalog
import LintEngine
import LintModel
import LintProject
import LintRuleKit
import LintSerialization
import LintSourceText

/// Where mllint runs and with which rules: the entry point for the command line, the language server and tests.
///
/// A workspace finds projects, reads the configurations nearest to their files, and plans what to check.
package struct Workspace: Sendable {
  /// The built-in rules.
  package var catalog: Catalog
  /// The languages it reads.
  package var frontends: [any Frontend]
  package var overrides = ConfigurationOverrides()
  /// Relative paths start here, and paths in reports are relative to it.
  package var workingDirectory: String

  package init(
    catalog: Catalog, frontends: [any Frontend], workingDirectory: String = Paths.workingDirectory()
  ) {
    self.catalog = catalog
    self.frontends = frontends
    self.workingDirectory = workingDirectory
  }

  /// A path made absolute.
  package func absolutePath(_ path: String) -> String { Paths.absolute(path, in: workingDirectory) }

  /// The file extensions that the front ends read.
  package var fileExtensions: Set<String> { Set(frontends.flatMap(\.fileExtensions)) }

  /// The projects around some files and folders.
  ///
  /// - Parameters:
  ///   - globs: Patterns of files to leave out, as lines of .gitignore.
  ///   - unsaved: Absolute paths of files that need not exist on disk.
  package func projects(
    of paths: [String], excluding globs: [String] = [], forcesExcludes: Bool = false, unsaved: Set<String> = []
  ) throws -> [Project] {
    let excludes = try globs.map { glob in
      do {
        return try PathPattern(glob)
      } catch {
        throw WorkspaceError("--exclude '\(glob)' cannot be read: \(error)")
      }
    }
    let finder = ProjectFinder(
      workingDirectory: workingDirectory, fileExtensions: fileExtensions, excludes: excludes,
      forcesExcludes: forcesExcludes)
    return try WorkspaceError.wrapping { try finder.projects(of: paths, unsaved: unsaved) }
  }

  /// The plan of a check.
  package func plan(_ target: CheckTarget) throws -> CheckPlan { try CheckPlan(self, target) }

  /// The effective settings of each project.
  package func settings(of projects: [Project]) throws -> [EffectiveSettings] {
    try WorkspaceError.wrapping {
      var plan = try ProjectPlan(self)
      return try projects.map { try plan.settings(of: $0) }
    }
  }

  /// What the reported files of each project call things.
  package func vocabularies(of projects: [Project]) throws -> [(
    project: Project, repositoryVocabulary: RepositoryVocabulary
  )] {
    try WorkspaceError.wrapping {
      var plan = try ProjectPlan(self)
      return try projects.map { project in
        let request = try plan.request(for: project, named: [], forcesExcludes: true, jobs: WorkQueue.processors)
        return (project, Engine.repositoryVocabulary(of: request, try plan.vocabulary(of: project)))
      }
    }
  }

  /// What the files of a project contribute to its public API.
  package func apiReading(
    of project: Project, contents: [String: [UInt8]] = [:], jobs: Int? = nil
  ) throws -> ApiReading {
    try WorkspaceError.wrapping {
      var plan = try ProjectPlan(self)
      var request = try plan.request(for: project, named: [], forcesExcludes: true, jobs: jobs ?? WorkQueue.processors)
      request.contents = contents
      return Engine.apiReading(of: request)
    }
  }

  /// The built-in rules and the custom rules of the configuration here.
  package func catalogWithCustomRules() throws -> Catalog {
    guard !overrides.isIsolated else { return catalog }
    let loader = ConfigurationLoader(workingDirectory: workingDirectory)
    return try WorkspaceError.wrapping {
      let path =
        try overrides.file.map { Paths.absolute($0, in: workingDirectory) }
        ?? loader.find(from: workingDirectory, upTo: Project.root(of: workingDirectory) ?? workingDirectory)
      guard let path else { return catalog }
      return try catalog.adding(CustomRuleFiles(workingDirectory: workingDirectory).pages(of: loader.load(path)))
    }
  }
}

extension WorkspaceError {
  /// Turns errors in files into errors that name the place as the user wrote it.
  static func wrapping<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as YAMLError {
      throw WorkspaceError(error.mark.path.hasPrefix("--") ? "\(error.mark.path): \(error.message)" : "\(error)")
    } catch let error as ProjectFinder.MissingPath {
      throw WorkspaceError("\(error)")
    }
  }
}
