import Foundation

/// Finds run folders.
public enum RunFolders {
  /// Where training puts its runs unless it is told otherwise.
  public static let usual = URL(filePath: "runs", directoryHint: .isDirectory)

  /// The run folder that a name means: the path itself, or else the run of that name in the usual place.
  public static func folder(named name: String) -> URL {
    let path = URL(filePath: name, directoryHint: .isDirectory)
    let usual = usual.appending(path: name, directoryHint: .isDirectory)
    return !RecordedRun.isRun(path) && RecordedRun.isRun(usual) ? usual : path
  }

  /// The runs directly inside `folder`, by name.
  public static func all(in folder: URL) throws(ReportError) -> [URL] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      // What is not there holds no runs: that is the plainer thing to say.
      guard FileManager.default.fileExists(atPath: folder.path) else { throw .noRuns(folder: folder.relativePath) }
      throw .unreadable(path: folder.relativePath, reason: error.localizedDescription)
    }
    return names.sorted().map { folder.appending(path: $0, directoryHint: .isDirectory) }.filter(RecordedRun.isRun)
  }

  /// The run in `folder` that was written to last.
  public static func newest(in folder: URL) throws(ReportError) -> URL {
    let runs = try all(in: folder)
    guard let newest = runs.max(by: { lastChange(of: $0) < lastChange(of: $1) }) else {
      throw .noRuns(folder: folder.relativePath)
    }
    return newest
  }

  /// The latest time at which training wrote into a run; its report does not count.
  private static func lastChange(of run: URL) -> Date {
    RecordedRun.files.compactMap { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: run.appending(path: name).path)
      return attributes?[.modificationDate] as? Date
    }.max() ?? .distantPast
  }
}
