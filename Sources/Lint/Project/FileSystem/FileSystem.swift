import LintModel

#if canImport(Glibc)
  import Glibc
#endif

/// The only place where mllint opens files: all file contents go through `read` and `write`.
package enum FileSystem {
  package enum Kind: Sendable { case file, folder, link, other }

  package struct Entry: Sendable {
    package var name: String
    package var kind: Kind
  }

  /// The kind of file at a path, following links; nil if there is none.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return kind(ofMode: status.st_mode)
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The path with every link resolved; nil if it does not exist.
  package static func resolved(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The size of a file in bytes, links followed.
  package static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Int(status.st_size)
  }

  /// When a file's content last changed, in seconds since 1970, links followed.
  package static func modificationTime(of path: String) -> Double? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) * 1e-9
  }

  /// The entries of a folder, unsorted, without `.` and `..`.
  package static func entries(of folder: String) throws(Failure) -> [Entry] {
    guard let stream = opendir(folder) else { throw Failure(errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      entries.append(Entry(name: name, kind: kind(ofEntry: entry.pointee.d_type, at: folder, name)))
    }
    return entries
  }

  private static func kind(ofEntry type: UInt8, at folder: String, _ name: String) -> Kind {
    switch Int(type) {
    case DT_REG: return .file
    case DT_DIR: return .folder
    case DT_LNK: return .link
    case DT_UNKNOWN:
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0 else { return .other }
      return kind(ofMode: status.st_mode)
    default: return .other
    }
  }

  private static func kind(ofMode mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}
