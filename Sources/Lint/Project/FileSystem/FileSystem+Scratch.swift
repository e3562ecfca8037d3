import LintSourceText

#if canImport(Glibc)
  import Glibc
#endif

extension FileSystem {
  /// Creates a folder and its missing parents.
  package static func createFolder(_ path: String) throws(Failure) {
    guard !exists(path) else { return }
    let parent = Paths.folder(of: path)
    if !parent.isEmpty { try createFolder(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failure(errno) }
  }

  /// Creates an empty temporary folder; its path is free of symbolic links.
  package static func createScratchFolder() throws(Failure) -> String {
    var template = Array(Paths.join(scratchPlace, "mllint-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(errno) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return resolved(path) ?? path
  }

  /// Removes a folder and everything in it; symbolic links are removed, not followed.
  package static func remove(_ folder: String) {
    for entry in (try? entries(of: folder)) ?? [] {
      let path = Paths.join(folder, entry.name)
      if entry.kind == .folder { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }

  /// Opens an unnamed temporary file at the start of its content. The caller closes it.
  static func openScratchFile(_ bytes: [UInt8]) throws(Failure) -> Int32 {
    var template = Array(Paths.join(scratchPlace, "mllint-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Failure(errno) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    do {
      try write(bytes, to: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private static var scratchPlace: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }
}
