import Glibc

/// An exclusive lock on a run directory; the kernel releases it when the process ends for any reason.
final class RunLock {
  private let descriptor: Int32

  /// - Throws: `TrainingError.locked` if another process holds the lock.
  init(_ directory: RunDirectory) throws {
    let path = directory.path.string
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "read", errorNumber: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      throw TrainingError.locked(path: path)
    }
  }

  deinit { close(descriptor) }
}
