/// Tells whether a report was made before a file got its present content.
struct CoverageAge {
  /// File systems and tools round to seconds.
  private static let slack = 2.0

  let root: String

  /// - Parameter time: when the report was made, in seconds since 1970.
  func isOlder(_ time: Double, than file: ProjectFile) -> Bool {
    guard let changed = FileSystem.modificationTime(of: file.absolutePath), changed > time + Self.slack else {
      return false
    }
    // A fresh checkout gives all files the time of the checkout; what git has not seen change is as old as its commit.
    guard let committed = commitTime(of: file) else { return true }
    return committed > time + Self.slack
  }

  /// When the content that stands there was committed; nil where git does not know it.
  private func commitTime(of file: ProjectFile) -> Double? {
    let git = GitProgram(folder: root)
    guard let status = try? git.run(["status", "--porcelain", "--", file.absolutePath]), status.status == 0,
      status.text.isEmpty, let log = try? git.run(["log", "-1", "--format=%ct", "--", file.absolutePath]),
      log.status == 0
    else { return nil }
    return Double(log.text)
  }
}
