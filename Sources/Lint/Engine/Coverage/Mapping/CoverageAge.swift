import LintProject

/// Tells whether a report was made before a file got its present content.
final class CoverageAge {
  /// File systems and tools round to seconds.
  private static let slack = 2.0

  private let git: GitProgram
  /// Files that are as they were committed, relative to the root. Asked for once, and only where times leave a doubt.
  private lazy var committed = Set(names(["ls-files", "-z"])).subtracting(
    names(["diff", "--name-only", "--relative", "-z", "HEAD"]))
  private lazy var lastCommit = time(["log", "-1", "--format=%ct"])

  init(root: String) { git = GitProgram(folder: root) }

  /// - Parameter time: when the report was made, in seconds since 1970.
  func isOlder(_ time: Double, than file: ProjectFile) -> Bool {
    let bound = time + Self.slack
    guard let changed = FileSystem.modificationTime(of: file.absolutePath), changed > bound else { return false }
    // A fresh checkout gives all files the time of the checkout; what git has not seen change is as old as its commit.
    guard committed.contains(file.path) else { return true }
    if let lastCommit, lastCommit <= bound { return false }
    return self.time(["log", "-1", "--format=%ct", "--", file.absolutePath]).map { $0 > bound } ?? true
  }

  private func names(_ arguments: [String]) -> [String] {
    guard let result = try? git.run(arguments), result.status == 0 else { return [] }
    return result.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private func time(_ arguments: [String]) -> Double? {
    guard let result = try? git.run(arguments), result.status == 0 else { return nil }
    return Double(result.text)
  }
}
