import Foundation

/// An open file of the system, closed when nobody holds it any more.
final class OpenFile {
  private var descriptor: Int32
  /// What the user calls the file and wants of it, for errors.
  private let path: String
  private let operation: String

  /// Opens or creates a file.
  /// - Parameters:
  ///   - location: where it is.
  ///   - flags: of `open(2)`.
  ///   - operation: what the user wants, such as "read".
  ///   - path: what the user calls it.
  init(_ location: String, _ flags: Int32, to operation: String, _ path: String) throws(FileError) {
    self.path = path
    self.operation = operation
    repeat { descriptor = open(location, flags | O_CLOEXEC, 0o666) } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw failure() }
  }

  deinit { if descriptor >= 0 { Foundation.close(descriptor) } }

  /// Writes all bytes where the file stands.
  func write(_ bytes: some ContiguousBytes) throws(FileError) {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(FileError) in try write(buffer) }
    }
    try result.get()
  }

  private func write(_ buffer: UnsafeRawBufferPointer) throws(FileError) {
    var rest = buffer
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }

  /// Reads from where the file stands to its end.
  func readAll() throws(FileError) -> [UInt8] {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw failure() }
    var bytes: [UInt8] = []
    // One byte more than expected, so that the end is seen without another growth.
    var chunk = [UInt8](repeating: 0, count: max(4096, min(Int(information.st_size), 1 << 26) + 1))
    while true {
      let count = chunk.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure() }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Cuts the file to `length` bytes and goes on there.
  func truncate(to length: Int) {
    // Called where something has failed already, whose error says more than a second one.
    _ = ftruncate(descriptor, off_t(length))
    _ = lseek(descriptor, off_t(length), SEEK_SET)
  }

  /// Goes to the end.
  /// - Returns: how many bytes the file holds.
  func seekToEnd() throws(FileError) -> Int {
    let length = lseek(descriptor, 0, SEEK_END)
    guard length >= 0 else { throw failure() }
    return Int(length)
  }

  /// Waits until the disk holds what was written.
  func synchronize() throws(FileError) {
    // Some file systems cannot do this for folders and for devices, and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw failure() }
  }

  /// Closes the file; on a network disk this may be where a lack of room shows.
  func close() throws(FileError) {
    defer { descriptor = -1 }
    guard Foundation.close(descriptor) == 0 || errno == EINTR else { throw failure() }
  }

  private func failure() -> FileError {
    FileError(path: path, operation: operation, errorNumber: errno)
  }
}
