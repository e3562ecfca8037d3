import LintCatalog
import LintEngine
import LintModel
import LintProject
import LintSourceText

#if canImport(Glibc)
  import Glibc
#endif

/// A temporary folder with the files of an example, set up as a repository.
package final class ScratchProject: Sendable {
  package let folder: String

  /// - Throws: Where the system refuses.
  package init(_ files: [(path: String, text: String)]) throws(FileSystem.Failure) {
    folder = try FileSystem.createScratchFolder()
    try FileSystem.createFolder(Paths.join(folder, ".git"))
    for file in files {
      let path = Paths.absolute(file.path, in: folder)
      // An example is untrusted text: nothing of it may be written elsewhere.
      guard Paths.below(path, in: folder) != nil else { throw FileSystem.Failure(EPERM) }
      try FileSystem.createFolder(Paths.folder(of: path))
      try FileSystem.write(Array(file.text.utf8), to: path, isDurable: false)
    }
  }

  deinit { FileSystem.remove(folder) }

  /// Lints all files with one rule, and with those of the engine that watch suppressions and syntax.
  ///
  /// - Parameter roles: What files are for, by path, where it is not what their paths say.
  package func lint(
    _ rule: ConfiguredRule, _ catalog: Catalog, _ frontends: [any Frontend], roles: [String: Role] = [:]
  ) throws -> RunResult {
    var rules = [rule]
    for type in EngineRules.types where type.id != rule.id {
      if let watcher = try catalog.rule(type.id) { rules.append(watcher) }
    }
    let finder = ProjectFinder(workingDirectory: folder, fileExtensions: Set(frontends.flatMap(\.fileExtensions)))
    guard let project = try finder.projects(of: ["."]).first else { return RunResult() }
    let set = RuleSet(rules)
    var request = Request(
      project: project, frontends: frontends, ruleSet: { _ in set }, projectRules: rules.filter(\.isProjectRule),
      knownRules: Set(catalog.rules))
    request.excludedPaths = catalog.vocabulary.lexicons.excludedPaths
    request.configuredRole = { roles[$0.path] }
    return Engine.run(request)
  }
}
