import LintSourceText

/// The files that git tracks, whether or not they are on disk.
package struct GitIndex: Sendable {
  private let bytes: [UInt8]

  /// Nil without an index that lists whole paths: versions 2 and 3.
  init?(root: String) {
    let path = Paths.join(root, ".git/index")
    guard let bytes = try? FileSystem.read(path, limit: 64 << 20), bytes.starts(with: "DIRC".utf8), bytes.count > 8,
      bytes[7] == 2 || bytes[7] == 3
    else { return nil }
    self.bytes = bytes
  }

  /// Whether git tracks a file, or any file in a folder. O(size of the index).
  package func contains(_ path: String) -> Bool {
    let name = Array(path.utf8)
    var start = 0
    while let found = Bytes.find(name, in: bytes[start...]) {
      start = found + max(name.count, 1)
      // The length of a path, in two bytes, is right before it; zeros follow it.
      guard found > 1, start < bytes.count else { continue }
      let length = Int(bytes[found - 2] & 0x0F) << 8 | Int(bytes[found - 1])
      if bytes[start] == 0 ? length == name.count : bytes[start] == UInt8(ascii: "/") && length > name.count {
        return true
      }
    }
    return false
  }
}
