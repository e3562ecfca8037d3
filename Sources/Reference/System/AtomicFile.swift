import Glibc
import Synchronization

/// Reading and atomically replacing whole files.
public enum AtomicFile {
  /// Distinguishes the temporary files of this process.
  private static let serial = Atomic(0)

  /// Replaces the contents of a file atomically.
  ///
  /// The bytes go to a temporary file in the same directory, which is renamed once it is complete and on disk. A kill, a
  /// power failure or a full disk leaves the old file intact; the next `write` removes stale temporary files.
  /// - Throws: `FileError`; the old file is then unchanged and the temporary file removed.
  public static func write(_ bytes: [UInt8], to path: FilePath) throws(FileError) {
    let parent = path.parent
    // Opened first, so that an unusable directory is reported before anything changes.
    let directory = try OpenFile(parent, O_RDONLY | O_DIRECTORY, to: "write", path)
    removeStaleFiles(for: path.lastComponent, in: parent)
    let number = serial.add(1, ordering: .relaxed).newValue
    let temporary = parent.appending(".\(path.lastComponent).\(getpid())-\(number).partial")
    do throws(FileError) {
      let file = try OpenFile(temporary, O_WRONLY | O_CREAT | O_TRUNC, to: "write", path)
      try file.write(bytes)
      try file.synchronize()
      try file.close()
      guard rename(temporary.string, path.string) == 0 else {
        throw FileError(path: path.string, operation: "write", errorNumber: errno)
      }
    } catch {
      unlink(temporary.string)
      throw error
    }
    // The rename itself must reach the disk as well.
    try directory.synchronize()
  }

  /// Reads a whole file.
  public static func read(_ path: FilePath) throws(FileError) -> [UInt8] {
    try OpenFile(path, O_RDONLY, to: "read", path).readAll()
  }

  /// Removes temporary files for `name` whose process no longer exists.
  private static func removeStaleFiles(for name: String, in directory: FilePath) {
    guard let entries = try? Directory.entries(of: directory) else { return }
    for entry in entries where entry.hasPrefix(".\(name).") && entry.hasSuffix(".partial") {
      let owner = entry.dropFirst(name.count + 2).prefix { $0 != "-" }
      guard let process = pid_t(owner), process > 0, kill(process, 0) != 0, errno == ESRCH else { continue }
      unlink(directory.appending(entry).string)
    }
  }
}
