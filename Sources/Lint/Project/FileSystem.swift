import LintModel

#if canImport(Glibc)
  import Glibc
#endif

/// The few questions that mllint asks of the disk, answered by the C library without a detour.
package enum FileSystem {
  package enum Kind: Sendable { case file, folder, link, other }

  package struct Entry: Sendable {
    package var name: String
    package var kind: Kind
  }

  /// Why the system refused: its own words, in lower case.
  package struct Failure: Error, Sendable {
    package var reason: String
    package var isMissing: Bool

    package init(_ number: Int32) {
      reason = String(cString: strerror(number)).lowercased()
      isMissing = number == ENOENT || number == ENOTDIR
    }
  }

  /// What a path leads to, links followed; nil where nothing is there.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return kind(ofMode: status.st_mode)
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Writes a file anew.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(errno) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure(errno) }
      written += count
    }
  }

  /// The path with every link resolved; nil where nothing is there.
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

  /// What lies in a folder, unsorted, without `.` and `..`.
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

  /// Reads a whole file, or its first bytes.
  package static func read(_ path: String, limit: Int = .max) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(errno) }
    guard kind(ofMode: status.st_mode) != .folder else { throw Failure(EISDIR) }
    return try drain(descriptor, expected: min(Int(status.st_size), limit), limit: limit)
  }

  /// Reads a descriptor to its end: standard input.
  package static func drain(_ descriptor: Int32, expected: Int = 0, limit: Int = .max) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = min(max(expected, 0) + 1, limit)
    while bytes.count < limit {
      var result = 0
      let tail = [UInt8](unsafeUninitializedCapacity: max(min(chunk, limit - bytes.count), 1)) { buffer, count in
        repeat { result = Glibc.read(descriptor, buffer.baseAddress, buffer.count) } while result < 0 && errno == EINTR
        count = max(result, 0)
      }
      if result < 0 { throw Failure(errno) }
      if result == 0 { break }
      if bytes.isEmpty { bytes = tail } else { bytes += tail }
      chunk = bytes.count < expected ? expected - bytes.count + 1 : 1 << 16
    }
    return bytes
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
