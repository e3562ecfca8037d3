import LintCatalog
import LintEngine
import LintModel
import LintProject
import LintSourceText

#if canImport(Glibc)
  import Glibc
#endif

/// A folder with the files of an example, gone with its last user. It is a repository of its own.
package final class ScratchProject: Sendable {
  package let folder: String

  /// - Throws: Where the system refuses.
  package init(_ files: [(path: String, text: String)]) throws(FileSystem.Failure) {
    let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((Paths.join(temporary, "mllint-XXXXXX")).utf8CString)
    guard mkdtemp(&template) != nil else { throw FileSystem.Failure(errno) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    folder = FileSystem.resolved(path) ?? path
    try FileSystem.createFolder(Paths.join(folder, ".git"))
    for file in files {
      let path = Paths.absolute(file.path, in: folder)
      // An example is somebody's text: nothing of it may land elsewhere.
      guard Paths.below(path, in: folder) != nil else { throw FileSystem.Failure(EPERM) }
      try FileSystem.createFolder(Paths.folder(of: path))
      try FileSystem.write(Array(file.text.utf8), to: path)
    }
  }

  deinit { FileSystem.remove(folder) }

  /// Lints all files with one rule, and with those of the engine that watch suppressions and syntax.
  ///
  /// - Parameter roles: What files are for, by path, where it is not what their paths say.
  package func lint(
    _ rule: AnyRule, _ catalogue: Catalogue, _ frontends: [any Frontend], roles: [String: Role] = [:]
  ) throws -> RunResult {
    var rules = [rule]
    for type in EngineRules.types where type.id != rule.id {
      if let watcher = try catalogue.rule(type.id) { rules.append(watcher) }
    }
    let finder = ProjectFinder(workingDirectory: folder, endings: Set(frontends.flatMap(\.endings)))
    guard let project = try finder.projects(of: ["."]).first else { return RunResult() }
    let set = RuleSet(rules)
    var request = Request(
      project: project, frontends: frontends, ruleSet: { _ in set }, projectRules: rules.filter(\.isProjectRule),
      knownRules: Set(catalogue.rules))
    request.configuredRole = { roles[$0.path] }
    return Engine.run(request)
  }
}

extension FileSystem {
  /// Creates a folder and those around it; one that is there already stays.
  static func createFolder(_ path: String) throws(Failure) {
    guard !exists(path) else { return }
    let parent = Paths.folder(of: path)
    if !parent.isEmpty { try createFolder(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failure(errno) }
  }

  /// Removes a folder with all that is in it; links are removed, not followed.
  static func remove(_ folder: String) {
    for entry in (try? entries(of: folder)) ?? [] {
      let path = Paths.join(folder, entry.name)
      if entry.kind == .folder { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }
}
