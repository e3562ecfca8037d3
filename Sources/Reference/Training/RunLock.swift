import Foundation

/// Makes sure that one process at a time writes a run; the system takes it back from a process that ends, however it ends.
final class RunLock {
  private let descriptor: Int32

  /// - Throws: `TrainingError.busy` if another process has it.
  init(_ folder: RunFolder) throws {
    let path = folder.url.path(percentEncoded: false)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: folder.path, operation: "read", errorNumber: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      throw TrainingError.busy(path: folder.path)
    }
  }

  deinit { close(descriptor) }
}
