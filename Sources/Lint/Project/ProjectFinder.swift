import LintSourceText

/// Finds the projects that the paths of a command line belong to, and their files.
package struct ProjectFinder: Sendable {
  /// A path that does not exist.
  package struct MissingPath: Error, Sendable, CustomStringConvertible {
    package var path: String
    package var description: String { "'\(path)' does not exist; check the spelling, or run from its repository" }
  }

  /// Where mllint runs: an absolute path.
  package var workingDirectory: String
  /// File extensions that the front ends read.
  package var fileExtensions: Set<String>
  package var excludes: [PathPattern]
  /// Whether excluded and ignored files are skipped even if named explicitly, as pre-commit does.
  package var forcesExcludes: Bool

  package init(
    workingDirectory: String = Paths.workingDirectory(), fileExtensions: Set<String>, excludes: [PathPattern] = [],
    forcesExcludes: Bool = false
  ) {
    self.workingDirectory = workingDirectory
    self.fileExtensions = fileExtensions
    self.excludes = excludes
    self.forcesExcludes = forcesExcludes
  }

  /// One project for each repository that a path lies in, in the order of their roots.
  ///
  /// - Parameters:
  ///   - paths: Files and folders as the user named them.
  ///   - unsaved: Absolute paths of files whose contents come from elsewhere; they need not exist.
  package func projects(of paths: [String], unsaved: Set<String> = []) throws(MissingPath) -> [Project] {
    var named: [String: [Named]] = [:]
    for path in paths {
      let absolute = Paths.absolute(path, in: workingDirectory)
      guard let kind = unsaved.contains(absolute) || isLink(absolute) ? .file : FileSystem.kind(of: absolute) else {
        throw MissingPath(path: path)
      }
      let isFolder = kind == .folder
      let folder = isFolder ? absolute : Paths.folder(of: absolute)
      // Without a repository, a folder is its own project; a single file does not permit reading its surroundings.
      let root = Project.root(of: folder) ?? folder
      named[root, default: []].append(Named(path: absolute, isFolder: isFolder))
    }
    return named.sorted { Paths.precedes($0.key, $1.key) }.map { project(at: $0.key, of: $0.value) }
  }

  private struct Named {
    var path: String
    var isFolder: Bool
  }

  private func project(at root: String, of named: [Named]) -> Project {
    var walk = Walk(root: root, fileExtensions: fileExtensions, excludes: excludes)
    let isWalked = Project.root(of: root) != nil || named.contains { $0.isFolder && $0.path == root }
    if isWalked { walk.run() }
    var reported: Set<String> = []
    var found = Set(walk.files)
    var extra: [String] = []
    for item in named {
      guard let path = Paths.below(item.path, in: root) else { continue }
      if item.isFolder {
        let prefix = path.isEmpty ? "" : path + "/"
        var inside = walk.files.filter { $0.utf8.starts(with: prefix.utf8) }
        if inside.isEmpty, !path.isEmpty, !forcesExcludes {
          var inner = Walk(root: root, fileExtensions: fileExtensions, excludes: excludes)
          inner.run(below: path)
          inside = inner.files
          walk.absorb(inner)
          extra += inside.filter { found.insert($0).inserted }
        }
        reported.formUnion(inside)
      } else if found.contains(path) || !forcesExcludes {
        reported.insert(path)
        if found.insert(path).inserted {
          extra.append(path)
          walk.noteSurroundings(of: path)
        }
      }
    }
    let files = (walk.files + extra).sorted(by: Paths.precedes).map { path in
      let absolute = Paths.join(root, path)
      return ProjectFile(
        path: path, absolutePath: absolute, shownPath: Paths.relative(absolute, to: workingDirectory),
        isReported: reported.contains(path))
    }
    let problems = walk.problems.map {
      Project.Problem(shownPath: Paths.relative(Paths.join(root, $0.path), to: workingDirectory), message: $0.message)
    }
    return Project(
      root: root, files: files, problems: problems, layout: walk.layout,
      paths: (files.map(\.path) + walk.others).sorted(by: Paths.precedes), isWalked: isWalked)
  }

  /// A link that leads nowhere exists all the same: it is a file that cannot be read.
  private func isLink(_ path: String) -> Bool {
    guard FileSystem.kind(of: path) == nil else { return false }
    let folder = Paths.folder(of: path)
    guard let entries = try? FileSystem.entries(of: folder) else { return false }
    return entries.contains { $0.name == Paths.name(of: path) && $0.kind == .link }
  }
}
