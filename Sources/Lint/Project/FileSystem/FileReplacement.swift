import LintSourceText

#if canImport(Glibc)
  import Glibc
#endif

/// Writes new content to a temporary file in the same folder and renames it to the target.
struct FileReplacement {
  /// Not a symbolic link.
  let path: String
  let isDurable: Bool

  /// Creates a file.
  func create(_ bytes: [UInt8]) throws(FileSystem.Failure) {
    // The usual mode of new files; the system applies the umask.
    let new = try TemporaryFile(in: folder, mode: 0o644)
    try new.fill(with: bytes, isDurable: isDurable)
    try new.rename(to: path)
    syncFolder()
  }

  /// Replaces the content of an existing file.
  ///
  /// A file that has several hard links, whose owner cannot be preserved, that is a mount point, or whose folder is
  /// read-only is overwritten in place instead of renamed over, because its links and its owner matter more than
  /// atomicity. Before that, the content is saved in the temporary file (if the folder allows one) and the space is
  /// reserved in the old file, so that a full disk cannot interrupt the write.
  func replace(with bytes: [UInt8]) throws(FileSystem.Failure) {
    // Opened for writing because renaming would replace even a write-protected file.
    let old = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    guard old >= 0 else { throw FileSystem.Failure(errno) }
    defer { close(old) }
    var status = stat()
    guard fstat(old, &status) == 0 else { throw FileSystem.Failure(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileSystem.Failure(EINVAL) }
    let new: TemporaryFile
    do {
      new = try TemporaryFile(in: folder, mode: 0o600)
    } catch {
      guard Self.isForbidden(error) else { throw error.adding(Self.unchanged) }
      return try overwrite(old, status, with: bytes, copy: nil)
    }
    do {
      try new.fill(with: bytes, isDurable: isDurable)
    } catch {
      throw error.adding(Self.unchanged)
    }
    guard status.st_nlink == 1, new.takeOwnerAndMode(of: status) else {
      return try overwrite(old, status, with: bytes, copy: new)
    }
    do {
      try new.rename(to: path)
    } catch {
      guard Self.isForbidden(error) else { throw error.adding(Self.unchanged) }
      return try overwrite(old, status, with: bytes, copy: new)
    }
    syncFolder()
  }

  /// - Parameter copy: A copy of the new content; kept if the write fails midway.
  private func overwrite(
    _ old: Int32, _ status: stat, with bytes: [UInt8], copy: TemporaryFile?
  ) throws(FileSystem.Failure) {
    if !bytes.isEmpty {
      let failure = posix_fallocate(old, 0, off_t(bytes.count))
      if failure != 0 {
        ftruncate(old, status.st_size)
        throw FileSystem.Failure(failure).adding(Self.unchanged)
      }
    }
    do throws(FileSystem.Failure) {
      try FileSystem.write(bytes, to: old)
      guard ftruncate(old, off_t(bytes.count)) == 0, !isDurable || fsync(old) == 0 else {
        throw FileSystem.Failure(errno)
      }
    } catch {
      copy?.keep()
      throw error.adding(copy.map { "all of the new content is in '\($0.path)'" } ?? "the file is partly overwritten")
    }
  }

  private var folder: String {
    let folder = Paths.folder(of: path)
    return folder.isEmpty ? "." : folder
  }

  /// Flushes the rename to disk. Failure is ignored: some file systems do not support it, and the content is safe.
  private func syncFolder() {
    guard isDurable else { return }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static let unchanged = "the file is unchanged"

  /// Whether the folder refuses new or renamed files; existing files may still be writable.
  private static func isForbidden(_ failure: FileSystem.Failure) -> Bool {
    [EACCES, EPERM, EROFS, EBUSY].contains { failure.cause == .system($0) }
  }
}
