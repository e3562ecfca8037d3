import Glibc

/// A file that grows by whole records.
public final class AppendOnlyFile {
  private let file: OpenFile
  /// The size of the file in bytes.
  public private(set) var length: Int

  /// Creates a new file.
  /// - Throws: `FileError`, with `EEXIST` if the file already exists.
  public convenience init(creating path: FilePath) throws(FileError) { try self.init(path, O_EXCL) }

  /// Opens a file for appending, creating it if it is missing.
  public convenience init(extending path: FilePath) throws(FileError) { try self.init(path, 0) }

  private init(_ path: FilePath, _ flags: Int32) throws(FileError) {
    file = try OpenFile(path, O_WRONLY | O_CREAT | flags, to: "write", path)
    length = try file.seekToEnd()
  }

  /// Appends one record. It is visible to other processes at once and survives a kill of this one.
  /// - Throws: `FileError`, for example on a full disk; the file then still ends with the previous record.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    do throws(FileError) {
      try file.write(bytes)
      length += bytes.count
    } catch {
      file.truncate(to: length)
      throw error
    }
  }

  /// Waits until all records are on disk, so that they survive a power failure.
  public func synchronize() throws(FileError) { try file.synchronize() }
}
