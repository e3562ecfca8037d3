/// Finds run directories.
public enum RunDirectories {
  /// The default parent of run directories.
  public static let defaultParent: FilePath = "runs"

  /// Resolves a run: the path itself, or else the run of that name in the default parent.
  public static func directory(named name: String) -> FilePath {
    let path = FilePath(name)
    let run = defaultParent.appending(name)
    return !RecordedRun.isRun(path) && RecordedRun.isRun(run) ? run : path
  }

  /// The run directories directly inside `parent`, sorted by name.
  public static func all(in parent: FilePath) throws(ReportError) -> [FilePath] {
    let names: [String]
    do throws(FileError) {
      names = try Directory.entries(of: parent)
    } catch {
      // A missing directory simply has no runs.
      guard parent.exists else { throw .noRuns(directory: parent.string) }
      throw .unreadable(path: parent.string, reason: error.reason)
    }
    return names.map(parent.appending).filter(RecordedRun.isRun)
  }

  /// The most recently written run in `parent`.
  public static func newest(in parent: FilePath) throws(ReportError) -> FilePath {
    let runs = try all(in: parent)
    guard let newest = runs.max(by: { lastChange(of: $0) < lastChange(of: $1) }) else {
      throw .noRuns(directory: parent.string)
    }
    return newest
  }

  /// The time when training last wrote to a run, in nanoseconds since 1970; its report does not count.
  private static func lastChange(of run: FilePath) -> Int {
    RecordedRun.files.compactMap { FileStatus(run.appending($0))?.modificationTime }.max() ?? .min
  }
}
