import LintSourceText

/// A state of a repository, read from its objects; the working tree is not touched.
package struct GitRevision: Sendable {
  /// The revision as the user named it.
  package let name: String
  /// Absolute path of the repository's top folder.
  package let root: String
  private let commit: String
  private let git: GitProgram

  /// Limit on the total size of the files in bytes, which are all in memory at once.
  private static let maximumSize = GitProgram.maximumOutput / 2

  /// Finds a revision in the repository around a folder.
  ///
  /// - Throws: Where there is no repository, no git, or no such revision.
  package init(_ name: String, around folder: String) throws(GitError) {
    guard !name.hasPrefix("-") else {
      throw GitError("'\(name)' is not a revision: it starts with '-'; expected a tag, a branch or a commit")
    }
    git = GitProgram(folder: folder)
    let top = try git.run(["rev-parse", "--show-toplevel"])
    guard top.status == 0, !top.text.isEmpty else { throw Self.unusable(folder, name, top.errors) }
    // With 'core.worktree' a repository can claim any folder on the machine.
    guard Paths.below(FileSystem.resolved(folder) ?? folder, in: top.text) != nil else {
      throw GitError(
        "the working tree of the repository at '\(folder)' is '\(top.text)'; run mllint there, "
          + "or check 'git config core.worktree'")
    }
    let found = try git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"])
    guard found.status == 0, !found.text.isEmpty else { throw try Self.unknown(name, git) }
    self.name = name
    root = top.text
    commit = found.text
  }

  /// The merge base of two revisions.
  package static func fork(of left: String, and right: String, around folder: String) throws(GitError) -> String {
    // Both are named as the user wrote them where one of them is unknown.
    let (one, other) = (try GitRevision(left, around: folder), try GitRevision(right, around: folder))
    let found = try one.git.run(["merge-base", one.commit, other.commit])
    guard found.status == 0, !found.text.isEmpty else {
      throw GitError("'\(left)' and '\(right)' have no common commit; compare them with '\(left)..\(right)'")
    }
    return found.text
  }

  private static func unusable(_ folder: String, _ name: String, _ errors: String) -> GitError {
    if errors.contains("dubious ownership") {
      return GitError("git does not trust the repository around '\(folder)'; see 'git config safe.directory'")
    }
    if errors.isEmpty || errors.contains("not a git repository") || errors.contains("must be run in a work tree") {
      return GitError(
        "'\(folder)' is not in a git repository, so revision '\(name)' cannot be read; compare two folders")
    }
    return GitError(
      "git cannot read the repository at '\(folder)': \(errors.prefix { !$0.isNewline }); fix it, "
        + "or compare two folders")
  }

  private static func unknown(_ name: String, _ git: GitProgram) throws(GitError) -> GitError {
    if try git.run(["rev-parse", "--is-shallow-repository"]).text == "true" {
      return GitError(
        "unknown revision '\(name)' in this shallow clone; fetch more: 'git fetch --unshallow --tags', "
          + "or 'fetch-depth: 0' in a workflow")
    }
    let known = try git.run(["for-each-ref", "--format=%(refname:short)", "refs/tags", "refs/heads"]).text
    let nearest = Suggestion.nearest(to: name, among: known.split(separator: "\n").map(String.init))
    return GitError(
      "unknown revision '\(name)'; "
        + (nearest.map { "did you mean '\($0)'?" }
          ?? "expected a tag, a branch or a commit; tags may have to be fetched"))
  }

  /// The files of the revision as a project, and their contents by absolute path.
  ///
  /// - Parameters:
  ///   - folder: Only files below it are reported on: absolute, in the repository.
  ///   - fileExtensions: File extensions to include.
  ///   - workingDirectory: What shown paths are relative to.
  package func project(
    below folder: String, fileExtensions: Set<String>, workingDirectory: String = Paths.workingDirectory()
  ) throws(GitError) -> (project: Project, contents: [String: [UInt8]]) {
    let listing = try git.run(["ls-tree", "-r", "-z", "--full-tree", commit])
    guard listing.status == 0 else { throw GitError("git cannot list '\(name)': \(listing.errors)") }
    var layout = Layout()
    var objects: [(path: String, id: String)] = []
    for entry in listing.output.split(separator: 0) {
      // "<mode> <type> <id>\t<path>"; links are left out, as a walk over the disk does.
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")), entry.starts(with: "100".utf8) else { continue }
      let head = String(decoding: entry[..<tab], as: UTF8.self).split(separator: " ")
      let path = String(decoding: entry[(tab + 1)...], as: UTF8.self)
      guard head.count == 3, head[1] == "blob" else { continue }
      layout.note(String(Paths.name(of: path)), in: Paths.folder(of: path))
      if fileExtensions.contains(Paths.fileExtension(of: path)) { objects.append((path, String(head[2]))) }
    }
    objects.sort { Paths.precedes($0.path, $1.path) }
    let reader = GitObjects(git: git, revision: name)
    let sizes = try reader.sizes(of: objects.map(\.id))
    let kept = zip(objects, sizes).filter { $1 <= FileSystem.maximumFileSize }
    let total = kept.reduce(0) { $0 + $1.1 }
    guard total <= Self.maximumSize else {
      throw GitError(
        "the files of '\(name)' total \(total >> 20) MB, more than the limit of \(Self.maximumSize >> 20) MB; "
          + "compare two folders")
    }
    objects = kept.map(\.0)
    let blobs = try reader.contents(of: objects.map(\.id))
    var contents: [String: [UInt8]] = [:]
    let files = zip(objects, blobs).map { object, bytes in
      let absolute = Paths.join(root, object.path)
      contents[absolute] = bytes
      return ProjectFile(
        path: object.path, absolutePath: absolute, shownPath: Paths.relative(absolute, to: workingDirectory),
        isReported: Paths.below(absolute, in: folder) != nil)
    }
    return (Project(root: root, files: files, layout: layout), contents)
  }
}
