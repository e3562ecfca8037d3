import Foundation

/// Folders of the file system.
public enum Folder {
  /// Makes a folder and all that it lies in; one that is there already is left as it is.
  public static func make(_ url: URL) throws(FileError) {
    let path = url.path(percentEncoded: false)
    let parent = url.deletingLastPathComponent()
    if mkdir(path, 0o777) == 0 { return }
    if errno == ENOENT, parent.path(percentEncoded: false).count < path.count {
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
