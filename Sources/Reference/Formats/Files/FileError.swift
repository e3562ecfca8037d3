import Foundation

/// What the system refused to do with a file.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as the user named it.
  public let path: String
  /// What was tried, such as "write".
  public let operation: String
  /// The system's number for the reason, such as `ENOSPC`.
  public let errorNumber: Int32

  /// - Parameters:
  ///   - path: the file, as the user named it.
  ///   - operation: what was tried, a verb that reads after "cannot".
  ///   - errorNumber: `errno` as the failed call left it.
  public init(path: String, operation: String, errorNumber: Int32) {
    self.path = path
    self.operation = operation
    self.errorNumber = errorNumber
  }

  public var description: String { "cannot \(operation) \(path): \(reason); \(advice)" }

  /// The system's own words, such as "no space left on device".
  public var reason: String { String(cString: strerror(errorNumber)).lowercased() }

  /// What the user can do about it.
  public var advice: String {
    switch errorNumber {
    case ENOSPC, EDQUOT, EFBIG: "make room there or choose a folder on another disk"
    case EACCES, EPERM: "change the permissions of the folder or choose another one"
    case EROFS: "the disk can only be read; choose a folder on another one"
    case ENOENT: "check the spelling, and make the folder if it is missing"
    case ENOTDIR: "a part of the path is a file; choose another folder"
    case EISDIR: "a folder has that name; choose another name"
    case ENAMETOOLONG: "choose a shorter name"
    case EMFILE, ENFILE: "too many files are open; close some programs or raise the limit (ulimit -n)"
    case EIO: "the disk may be failing; choose another one and check this one"
    default: "choose another folder"
    }
  }
}
