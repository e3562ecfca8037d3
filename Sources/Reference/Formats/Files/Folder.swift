import Foundation

/// Folders of the file system.
public enum Folder {
  /// Makes a folder and all that it lies in; one that is there already is left as it is.
  /// - Parameter path: the folder; errors name it as it is given.
  public static func make(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 { return }
    let parent = (path as NSString).deletingLastPathComponent
    if errno == ENOENT, !parent.isEmpty, parent != path {
      try make(parent)
      if mkdir(path, 0o777) == 0 { return }
    }
    let reason = errno
    guard reason == EEXIST, isFolder(path) else {
      throw FileError(path: path, operation: "make", errorNumber: reason)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }
}
