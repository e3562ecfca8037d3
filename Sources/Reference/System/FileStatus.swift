import Glibc

/// What the file system reports about a path, following symbolic links.
struct FileStatus {
  enum Kind { case file, directory, other }

  let kind: Kind
  /// The size in bytes.
  let size: Int
  /// The time of the last change to the content, in nanoseconds since 1970.
  let modificationTime: Int

  /// Nil if nothing exists at the path or it is not accessible.
  init?(_ path: FilePath) {
    var status = stat()
    guard stat(path.string, &status) == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      default: .other
      }
    size = Int(status.st_size)
    modificationTime = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
  }
}
