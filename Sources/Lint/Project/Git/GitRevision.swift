import LintSourceText

/// A state of a repository, read from its objects; the work tree is left alone.
package struct GitRevision: Sendable {
  /// As asked for.
  package let name: String
  /// Absolute path of the repository's top folder.
  package let root: String
  private let commit: String

  /// Finds a revision in the repository around a folder.
  ///
  /// - Throws: Where there is no repository, no git, or no such revision.
  package init(_ name: String, around folder: String) throws(GitError) {
    let git = GitProgram(folder: folder)
    let top = try git.run(["rev-parse", "--show-toplevel"])
    guard top.status == 0, !top.text.isEmpty else {
      throw GitError(
        top.errors.contains("dubious ownership")
          ? "git does not trust the repository around '\(folder)'; see 'git config safe.directory'"
          : "'\(folder)' is in no git repository, so there is no revision '\(name)' to compare with; name two folders")
    }
    let found = try git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"])
    guard found.status == 0, !found.text.isEmpty else { throw try Self.unknown(name, git) }
    self.name = name
    root = top.text
    commit = found.text
  }

  private static func unknown(_ name: String, _ git: GitProgram) throws(GitError) -> GitError {
    if try git.run(["rev-parse", "--is-shallow-repository"]).text == "true" {
      return GitError(
        "no revision is called '\(name)' here, and this clone is shallow; fetch more: 'git fetch --unshallow --tags', "
          + "or 'fetch-depth: 0' in a workflow")
    }
    let known = try git.run(["for-each-ref", "--format=%(refname:short)", "refs/tags", "refs/heads"]).text
    let nearest = Suggestion.nearest(to: name, among: known.split(separator: "\n").map(String.init))
    return GitError(
      "no revision is called '\(name)'; "
        + (nearest.map { "did you mean '\($0)'?" }
          ?? "expected a tag, a branch or a commit; tags may have to be fetched"))
  }

  /// The files of the revision as a project, and their contents by absolute path.
  ///
  /// - Parameters:
  ///   - folder: Only files below it are reported on: absolute, in the repository.
  ///   - endings: Endings of the files wanted.
  ///   - workingDirectory: What shown paths are relative to.
  package func project(
    below folder: String, endings: Set<String>, workingDirectory: String = Paths.workingDirectory()
  ) throws(GitError) -> (project: Project, contents: [String: [UInt8]]) {
    let git = GitProgram(folder: root)
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
      if endings.contains(Paths.ending(of: path)) { objects.append((path, String(head[2]))) }
    }
    objects.sort { Paths.precedes($0.path, $1.path) }
    let blobs = try contents(of: objects.map(\.id), git)
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

  /// The contents of objects, all by one process.
  private func contents(of ids: [String], _ git: GitProgram) throws(GitError) -> [[UInt8]] {
    guard !ids.isEmpty else { return [] }
    let result = try git.run(["cat-file", "--batch"], input: Array((ids.joined(separator: "\n") + "\n").utf8))
    var blobs: [[UInt8]] = []
    var index = 0
    let bytes = result.output
    for id in ids {
      // "<id> blob <size>\n<contents>\n", or "<id> missing\n".
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      let head = String(decoding: bytes[index..<end], as: UTF8.self).split(separator: " ")
      guard head.count == 3, let size = Int(head[2]), size >= 0, end + 1 + size <= bytes.count else {
        throw GitError(
          "the object \(id.prefix(12)) of '\(name)' is not in this clone; fetch it: 'git fetch --refetch', "
            + "or clone without a filter")
      }
      blobs.append(Array(bytes[(end + 1)..<(end + 1 + size)]))
      index = min(end + 2 + size, bytes.count)
    }
    guard blobs.count == ids.count else { throw GitError("git gave only a part of '\(name)': \(result.errors)") }
    return blobs
  }
}
