#if canImport(Glibc)
  import Glibc
#endif

extension FileSystem {
  /// The default size limit in bytes, far above any hand-written file.
  package static let maximumFileSize = 20 << 20
  /// The size limit in bytes for coverage reports, which programs write.
  package static let maximumReportSize = 1 << 30

  /// Reads a whole file, which must be a regular file: others may never end (`/dev/zero`) or block forever (a pipe
  /// without a writer), and opening some devices has side effects.
  ///
  /// - Throws: If the file is missing, not regular, larger than the limit, or unreadable.
  package static func read(_ path: String, limit: Int = maximumFileSize) throws(Failure) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Failure(errno) }
    try requireRegular(status)
    // The path may name another file by now, so open without blocking and check again.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Failure(errno) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw Failure(errno) }
    try requireRegular(status)
    let size = Int(status.st_size)
    guard size <= limit else { throw Failure(.tooLarge(size, limit: limit)) }
    return try read(descriptor, expected: size, limit: limit)
  }

  /// Reads an optional file: nil if it is missing, or if the path is a folder.
  package static func readIfPresent(_ path: String, limit: Int = maximumFileSize) throws(Failure) -> [UInt8]? {
    do {
      return try read(path, limit: limit)
    } catch {
      if error.isMissing || error.isFolder { return nil }
      throw error
    }
  }

  /// Reads all of standard input, which may be a pipe or a device.
  package static func readStandardInput(limit: Int = maximumFileSize) throws(Failure) -> [UInt8] {
    try read(STDIN_FILENO, limit: limit)
  }

  /// Reads a descriptor to its end.
  static func read(_ descriptor: Int32, expected: Int = 0, limit: Int) throws(Failure) -> [UInt8] {
    let bytes = try prefix(of: descriptor, limit == .max ? limit : limit + 1, expected: expected)
    guard bytes.count <= limit else { throw Failure(.tooLarge(nil, limit: limit)) }
    return bytes
  }

  /// Reads at most so many bytes of a descriptor.
  static func prefix(of descriptor: Int32, _ limit: Int, expected: Int = 0) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than expected, so that a single read reaches the end.
    var chunk = min(expected, limit - 1) + 1
    while bytes.count < limit {
      var result = 0
      let tail = [UInt8](unsafeUninitializedCapacity: max(min(chunk, limit - bytes.count), 1)) { buffer, count in
        repeat { result = Glibc.read(descriptor, buffer.baseAddress, buffer.count) } while result < 0 && errno == EINTR
        count = max(result, 0)
      }
      if result < 0 { throw Failure(errno) }
      if result == 0 { break }
      if bytes.isEmpty { bytes = tail } else { bytes += tail }
      chunk = bytes.count < expected ? expected - bytes.count + 1 : 1 << 16
    }
    return bytes
  }

  private static func requireRegular(_ status: stat) throws(Failure) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw Failure(EISDIR)
    case S_IFIFO: throw Failure(.notRegular("pipe"))
    case S_IFSOCK: throw Failure(.notRegular("socket"))
    default: throw Failure(.notRegular("device"))
    }
  }
}
