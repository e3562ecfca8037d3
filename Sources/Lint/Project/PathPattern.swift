/// A pattern for the files and folders below one folder, read as git reads a line of `.gitignore`.
///
/// Without a slash before its end it matches a name at any depth (`*.ipynb`, `build`), otherwise a path from the folder
/// where it is declared (`docs/*.md`). With a slash at its end it matches folders only. What lies in a matching folder
/// is covered too.
package struct PathPattern: Sendable, Hashable {
  package let pattern: String
  /// True after `!`: the files that it matches are included again.
  package let isNegated: Bool
  package let isFolderOnly: Bool
  private let glob: Glob
  private let isName: Bool

  /// Reads a pattern of a configuration file: braces are alternatives, `!` negates.
  package init(_ pattern: String) throws(GlobError) {
    try self.init(pattern, hasBraces: true)
  }

  /// Reads a line of a `.gitignore` file; nil for an empty line, a comment, and what git cannot use either.
  package static func gitignore(line: String) -> PathPattern? {
    var text = line[...]
    if text.last == "\r" || text.last == "\r\n" { text.removeLast() }
    while text.last == " ", !text.hasSuffix("\\ ") { text.removeLast() }
    guard !text.isEmpty, text.first != "#" else { return nil }
    return try? PathPattern(String(text), hasBraces: false)
  }

  private init(_ pattern: String, hasBraces: Bool) throws(GlobError) {
    self.pattern = pattern
    var text = pattern[...]
    isNegated = text.first == "!"
    if isNegated { text.removeFirst() }
    isFolderOnly = text.last == "/"
    if isFolderOnly { text.removeLast() }
    isName = !text.contains("/")
    while text.hasPrefix("./") { text.removeFirst(2) }
    if text.first == "/" { text.removeFirst() }
    guard !text.isEmpty else { throw GlobError(description: "expected a path or a name, found an empty pattern") }
    glob = try Glob(String(text), hasBraces: hasBraces)
  }

  /// Whether it matches exactly this file or folder, relative to where the pattern is declared.
  package func matches(_ path: String, isFolder: Bool) -> Bool {
    var path = path
    return path.withUTF8 { matches($0, isFolder: isFolder) }
  }

  package func matches(_ path: UnsafeBufferPointer<UInt8>, isFolder: Bool) -> Bool {
    if isFolderOnly, !isFolder { return false }
    guard isName, let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return glob.matches(path) }
    return glob.matches(UnsafeBufferPointer(rebasing: path[(slash + 1)...]))
  }

  /// Whether it matches a file or one of the folders around it.
  package func covers(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
      if matches(bytes, isFolder: false) { return true }
      var end = bytes.count
      while let slash = bytes[..<end].lastIndex(of: UInt8(ascii: "/")) {
        if matches(UnsafeBufferPointer(rebasing: bytes[..<slash]), isFolder: true) { return true }
        end = slash
      }
      return false
    }
  }
}

extension Sequence<PathPattern> {
  /// Whether the patterns together cover a file: the last match decides.
  package func cover(_ path: String) -> Bool {
    var isCovered = false
    for pattern in self where pattern.isNegated == isCovered && pattern.covers(path) { isCovered.toggle() }
    return isCovered
  }
}
