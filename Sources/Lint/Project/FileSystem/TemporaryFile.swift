import LintSourceText

#if canImport(Glibc)
  import Glibc
#endif

/// A file in the folder of its target. Removed when released, unless it was renamed or kept.
final class TemporaryFile {
  let path: String
  private let descriptor: Int32
  private var isRemoved = true

  init(in folder: String, mode: mode_t) throws(FileSystem.Failure) {
    var failure = EEXIST
    for _ in 0..<100 {
      let path = Paths.join(folder, ".mllint-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp")
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      if descriptor >= 0 {
        self.path = path
        self.descriptor = descriptor
        return
      }
      failure = errno
      if failure != EEXIST { break }
    }
    throw FileSystem.Failure(failure)
  }

  deinit {
    close(descriptor)
    if isRemoved { unlink(path) }
  }

  func fill(with bytes: [UInt8], isDurable: Bool) throws(FileSystem.Failure) {
    try FileSystem.write(bytes, to: descriptor)
    // A full disk may be reported only here. EINVAL means that the file system cannot sync.
    guard !isDurable || fsync(descriptor) == 0 || errno == EINVAL else { throw FileSystem.Failure(errno) }
  }

  /// Copies owner and mode of the file to replace; false if the system does not permit it.
  func takeOwnerAndMode(of old: stat) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    if status.st_uid != old.st_uid || status.st_gid != old.st_gid {
      guard fchown(descriptor, old.st_uid, old.st_gid) == 0 else { return false }
    }
    return fchmod(descriptor, old.st_mode & 0o7777) == 0
  }

  func rename(to target: String) throws(FileSystem.Failure) {
    guard Glibc.rename(path, target) == 0 else { throw FileSystem.Failure(errno) }
    isRemoved = false
  }

  func keep() { isRemoved = false }
}
