/// What git would ignore: the `.gitignore` files from the repository's top down to a folder, nearest last.
///
/// Only what lies in the repository counts, not the user's own `core.excludesFile`: two people get the same answer.
struct IgnoreRules: Sendable {
  private struct Level: Sendable {
    /// Bytes of the path before the part that the patterns see: the folder and its slash.
    var prefix: Int
    var patterns: [PathPattern]
  }

  private var levels: [Level] = []

  /// The rules within `folder`, a path relative to the repository's top ("" for the top itself).
  func entering(_ folder: String, gitignore: [UInt8]?) -> IgnoreRules {
    guard let gitignore else { return self }
    var rules = self
    rules.add(gitignore, below: folder)
    return rules
  }

  mutating func add(_ contents: [UInt8], below folder: String) {
    let patterns = contents.split(separator: UInt8(ascii: "\n")).compactMap {
      PathPattern.gitignore(line: String(decoding: $0, as: UTF8.self))
    }
    guard !patterns.isEmpty else { return }
    levels.append(Level(prefix: folder.isEmpty ? 0 : folder.utf8.count + 1, patterns: patterns))
  }

  /// Whether a file or folder is ignored, given that none of the folders around it is.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    if levels.isEmpty { return false }
    var path = path
    return path.withUTF8 { bytes in
      for level in levels.reversed() where level.prefix <= bytes.count {
        let part = UnsafeBufferPointer(rebasing: bytes[level.prefix...])
        // The last pattern that matches decides.
        for pattern in level.patterns.reversed() where pattern.matches(part, isFolder: isFolder) {
          return !pattern.isNegated
        }
      }
      return false
    }
  }
}
