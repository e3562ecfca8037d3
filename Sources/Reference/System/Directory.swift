import Glibc

/// Operations on directories.
public enum Directory {
  /// Creates a directory and its parents; an existing directory is left as it is.
  /// - Throws: `FileError` naming the part of the path that cannot be created.
  public static func make(_ path: FilePath) throws(FileError) {
    if mkdir(path.string, 0o777) == 0 { return }
    if errno == ENOENT, !path.string.isEmpty, path.parent != path {
      try make(path.parent)
      if mkdir(path.string, 0o777) == 0 { return }
    }
    let reason = errno
    guard reason == EEXIST, path.isDirectory else {
      throw FileError(path: path.string, operation: "create", errorNumber: reason)
    }
  }

  /// The names of the entries of a directory, sorted.
  /// - Throws: `FileError` if it cannot be read.
  public static func entries(of path: FilePath) throws(FileError) -> [String] {
    guard let stream = opendir(path.string) else {
      throw FileError(path: path.string, operation: "read", errorNumber: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
