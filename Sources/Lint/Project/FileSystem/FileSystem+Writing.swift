import LintSourceText

#if canImport(Glibc)
  import Glibc
#endif

extension FileSystem {
  /// Creates or replaces a file atomically: after a full disk or a crash it has either its old content or the new.
  ///
  /// Symbolic links are followed. Pipes, devices and open descriptors (`/dev/stdout`) are written to directly.
  ///
  /// - Parameters:
  ///   - bytes: The complete new content.
  ///   - path: The file.
  ///   - isDurable: Whether to flush to disk; false for scratch files.
  package static func write(_ bytes: [UInt8], to path: String, isDurable: Bool = true) throws(Failure) {
    if let descriptor = descriptor(namedBy: path) { return try write(bytes, to: descriptor) }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw Failure(errno) }
      return try FileReplacement(path: try target(of: path), isDurable: isDurable).create(bytes)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw Failure(EISDIR)
    case S_IFREG:
      if let descriptor = outputDescriptor(of: status) { return try write(bytes, to: descriptor) }
      try FileReplacement(path: try target(of: path), isDurable: isDurable).replace(with: bytes)
    default:
      let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { throw Failure(errno) }
      defer { close(descriptor) }
      try write(bytes, to: descriptor)
    }
  }

  /// Writes all bytes to a descriptor.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // Another program may have made standard output non-blocking.
      if count < 0, errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
        continue
      }
      guard count > 0 else { throw Failure(count == 0 ? EIO : errno) }
      written += count
    }
  }

  /// The number of `/dev/stdout` or `/dev/fd/3`. Replacing the file behind a descriptor would disconnect the two.
  private static func descriptor(namedBy path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for prefix in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(prefix) {
        return Int32(path.dropFirst(prefix.count))
      }
      return nil
    }
  }

  /// Standard output or standard error, if it is redirected to this file.
  private static func outputDescriptor(of file: stat) -> Int32? {
    [STDOUT_FILENO, STDERR_FILENO].first { descriptor in
      var status = stat()
      return fstat(descriptor, &status) == 0 && status.st_dev == file.st_dev && status.st_ino == file.st_ino
    }
  }

  /// Follows symbolic links to a file that may not exist yet.
  private static func target(of path: String) throws(Failure) -> String {
    var path = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = readlink(path, &buffer, buffer.count - 1)
      guard count > 0 else { return path }
      guard let link = String(validating: buffer[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self) else {
        throw Failure(EILSEQ)
      }
      path = link.hasPrefix("/") ? link : Paths.join(Paths.folder(of: path), link)
    }
    throw Failure(ELOOP)
  }
}
