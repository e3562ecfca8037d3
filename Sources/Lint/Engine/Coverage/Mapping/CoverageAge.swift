import LintProject

/// Determines whether a report is older than a file's current content.
final class CoverageAge {
  /// File systems and tools round to seconds.
  private static let slack = 2.0

  private let git: GitProgram
  private let files: [ProjectFile]
  /// Paths of the files that are unchanged since the last commit. Computed only if the times are inconclusive.
  private lazy var committed = committedFiles()
  private lazy var lastCommit = time([])

  init(_ project: Project) {
    git = GitProgram(folder: project.root)
    files = project.files
  }

  /// - Parameter time: when the report was made, in seconds since 1970.
  func isOlder(_ time: Double, than file: ProjectFile) -> Bool {
    let bound = time + Self.slack
    guard let changed = FileSystem.modificationTime(of: file.absolutePath), changed > bound else { return false }
    // A fresh checkout gives all files the time of the checkout; what git has not seen change is as old as its commit.
    guard committed.contains(file.path) else { return true }
    if let lastCommit, lastCommit <= bound { return false }
    return self.time(["--", file.absolutePath]).map { $0 > bound } ?? true
  }

  /// Compares hashes, because `git diff` and `git status` run the filters and the fsmonitor of the repository.
  private func committedFiles() -> Set<String> {
    var ids: [String: Substring] = [:]
    for entry in output(["ls-tree", "-r", "-z", "HEAD"])?.split(separator: 0) ?? [] {
      // "<mode> <type> <id>\t<path>"
      let parts = String(decoding: entry, as: UTF8.self).split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let id = parts[0].split(separator: " ").last else { continue }
      ids[String(parts[1])] = id
    }
    // One path a line. git would block on a pipe, and stop at a missing file.
    let known = files.filter { file in
      ids[file.path] != nil && !file.absolutePath.utf8.contains(UInt8(ascii: "\n"))
        && FileSystem.kind(of: file.absolutePath) == .file
    }
    let paths = known.map { $0.absolutePath + "\n" }.joined()
    let hashes = output(["hash-object", "--no-filters", "--stdin-paths"], input: Array(paths.utf8)) ?? []
    let lines = hashes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    return Set(zip(known, lines).lazy.filter { ids[$0.path]?.elementsEqual($1) == true }.map(\.0.path))
  }

  /// The time of the last commit, or of the last one that changed a path.
  private func time(_ arguments: [String]) -> Double? {
    // "commit <id>\n<time>\n"
    let lines = output(["rev-list", "-1", "--format=%ct", "HEAD"] + arguments)?.split(separator: UInt8(ascii: "\n"))
    return lines?.last.flatMap { Double(String(decoding: $0, as: UTF8.self)) }
  }

  private func output(_ arguments: [String], input: [UInt8] = []) -> [UInt8]? {
    guard let result = try? git.run(arguments, input: input), result.status == 0 else { return nil }
    return result.output
  }
}
