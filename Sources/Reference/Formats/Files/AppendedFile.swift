import Foundation

/// A file that grows by whole records.
public final class AppendedFile {
  private let file: OpenFile
  /// How many bytes the file holds.
  public private(set) var length: Int

  /// Makes a new file.
  /// - Throws: `FileError`, with `EEXIST` where a file of that name is already there.
  public convenience init(creating url: URL) throws(FileError) { try self.init(url, O_EXCL) }

  /// Opens a file to add to it, and makes it if it is missing.
  public convenience init(extending url: URL) throws(FileError) { try self.init(url, 0) }

  private init(_ url: URL, _ flags: Int32) throws(FileError) {
    let path = url.path(percentEncoded: false)
    file = try OpenFile(path, O_WRONLY | O_CREAT | flags, to: "write", path)
    length = try file.seekToEnd()
  }

  /// Adds one record, which other programs and the next run see even if this one is killed.
  /// - Throws: `FileError`, such as for a full disk; then the file ends where it ended before.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    do throws(FileError) {
      try file.write(bytes)
      length += bytes.count
    } catch {
      file.truncate(to: length)
      throw error
    }
  }

  /// Waits until the disk holds all records, so that they outlast a power cut.
  public func synchronize() throws(FileError) { try file.synchronize() }
}
