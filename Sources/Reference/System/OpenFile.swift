import Glibc

/// An open file descriptor, closed on deinitialization.
final class OpenFile {
  private var descriptor: Int32
  /// The path and operation that errors name.
  private let path: FilePath
  private let operation: String

  /// Opens or creates a file.
  /// - Parameters:
  ///   - location: the file to open.
  ///   - flags: the flags of open(2).
  ///   - operation: the user-visible operation for errors, such as "read".
  ///   - path: the user-visible path for errors.
  init(_ location: FilePath, _ flags: Int32, to operation: String, _ path: FilePath) throws(FileError) {
    self.path = path
    self.operation = operation
    repeat { descriptor = open(location.string, flags | O_CLOEXEC, 0o666) } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw failure() }
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  /// Writes all bytes at the current position.
  func write(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      written += count
    }
  }

  /// Reads from the current position to the end of the file.
  func readAll() throws(FileError) -> [UInt8] {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw failure() }
    var bytes: [UInt8] = []
    // One byte more than expected, so that the end of the file is seen without growing the buffer.
    let size = max(4096, min(Int(information.st_size), 1 << 26) + 1)
    while true {
      let chunk = try read(upTo: size)
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
  }

  /// Reads the next bytes.
  /// - Returns: at most `count` bytes; none at the end of the file.
  func read(upTo count: Int) throws(FileError) -> [UInt8] {
    var result = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat { result = Glibc.read(descriptor, buffer.baseAddress, count) } while result < 0 && errno == EINTR
      filled = max(0, result)
    }
    guard result >= 0 else { throw failure() }
    return bytes
  }

  /// Truncates the file to `length` bytes and moves to its end.
  func truncate(to length: Int) {
    // Called after a failed write, whose error matters more than this one's.
    _ = ftruncate(descriptor, off_t(length))
    _ = lseek(descriptor, off_t(length), SEEK_SET)
  }

  /// Moves to the end of the file.
  /// - Returns: the size of the file in bytes.
  func seekToEnd() throws(FileError) -> Int {
    let length = lseek(descriptor, 0, SEEK_END)
    guard length >= 0 else { throw failure() }
    return Int(length)
  }

  /// Waits until everything written is on disk.
  func synchronize() throws(FileError) {
    // Some file systems do not support fsync on directories and devices.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw failure() }
  }

  /// Closes the file, which on network file systems is where a full disk may surface.
  func close() throws(FileError) {
    defer { descriptor = -1 }
    guard Glibc.close(descriptor) == 0 || errno == EINTR else { throw failure() }
  }

  private func failure() -> FileError {
    FileError(path: path.string, operation: operation, errorNumber: errno)
  }
}
