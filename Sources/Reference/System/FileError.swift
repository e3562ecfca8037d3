import Glibc

/// A failed file system operation.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path as the user gave it.
  public let path: String
  /// The operation that failed, such as "write".
  public let operation: String
  /// The value of `errno`, such as `ENOSPC`.
  public let errorNumber: Int32

  /// - Parameters:
  ///   - path: the path as the user gave it.
  ///   - operation: the operation that failed, as a verb that follows "cannot".
  ///   - errorNumber: the value of `errno` after the failed call.
  public init(path: String, operation: String, errorNumber: Int32) {
    self.path = path
    self.operation = operation
    self.errorNumber = errorNumber
  }

  public var description: String { "cannot \(operation) \(path): \(reason); \(advice)" }

  /// The system's error message in lower case, such as "no space left on device".
  public var reason: String { String(cString: strerror(errorNumber)).lowercased() }

  /// How to fix it.
  public var advice: String {
    switch errorNumber {
    case ENOSPC, EDQUOT, EFBIG: "free some space or choose a directory on another disk"
    case EACCES, EPERM: "change the permissions of the directory or choose another one"
    case EROFS: "choose a directory on a writable file system"
    case ENOENT: "check the spelling, or create the directory if it is missing"
    case ENOTDIR: "a component of the path is a file; choose another directory"
    case EISDIR: "the path is a directory; choose another name"
    case ENAMETOOLONG: "choose a shorter name"
    case EMFILE, ENFILE: "too many open files; raise the limit with ulimit -n"
    case EIO: "the disk may be failing; check it, or choose another one"
    default: "choose another directory"
    }
  }
}
