import Foundation
import Synchronization

/// Whole files that are either as they were before or as they should be, whatever happens in between.
public enum AtomicFile {
  /// Tells apart the temporary files of this process.
  private static let serial = Atomic(0)

  /// Puts a file in the place of what is there now.
  ///
  /// The bytes go to a temporary file in the same folder, which takes the name only once the disk holds all of it. So a
  /// kill, a power cut or a full disk leaves the old file, and what they leave behind the next `write` clears away.
  /// - Throws: `FileError`; then the old file is untouched and the temporary one is gone.
  public static func write(_ bytes: some ContiguousBytes, to url: URL) throws(FileError) {
    let path = url.path(percentEncoded: false)
    let folder = url.deletingLastPathComponent().path(percentEncoded: false)
    // Opened first, so that a folder that cannot be used is found before anything has changed.
    let directory = try OpenFile(folder, O_RDONLY | O_DIRECTORY, to: "write", path)
    removeLeftovers(of: url.lastPathComponent, in: folder)
    let number = serial.add(1, ordering: .relaxed).newValue
    let temporary = "\(folder)/.\(url.lastPathComponent).\(getpid())-\(number).partial"
    do throws(FileError) {
      let file = try OpenFile(temporary, O_WRONLY | O_CREAT | O_TRUNC, to: "write", path)
      try file.write(bytes)
      try file.synchronize()
      try file.close()
      guard rename(temporary, path) == 0 else { throw FileError(path: path, operation: "write", errorNumber: errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    // The new name itself has to reach the disk as well.
    try directory.synchronize()
  }

  /// All bytes of a file.
  public static func read(_ url: URL) throws(FileError) -> [UInt8] {
    let path = url.path(percentEncoded: false)
    return try OpenFile(path, O_RDONLY, to: "read", path).readAll()
  }

  /// Removes the temporary files for `name` whose process is no more.
  private static func removeLeftovers(of name: String, in folder: String) {
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for entry in entries where entry.hasPrefix(".\(name).") && entry.hasSuffix(".partial") {
      let owner = entry.dropFirst(name.count + 2).prefix { $0 != "-" }
      guard let process = pid_t(owner), process > 0, kill(process, 0) != 0, errno == ESRCH else { continue }
      unlink("\(folder)/\(entry)")
    }
  }
}
