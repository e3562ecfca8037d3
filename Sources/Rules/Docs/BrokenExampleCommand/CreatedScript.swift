import LintSourceText

/// Scripts that a document asks its reader to write.
enum CreatedScript {
  /// Whether a document says which code is in a file, or asks to create it: `# In file sum.py`, `Save it as sum.py`.
  static func isDescribed(_ program: String, in bytes: [UInt8]) -> Bool {
    let name = Array(program.utf8)
    var start = 0
    while let found = Bytes.find(name, in: bytes[start...]) {
      start = found + name.count
      let first = bytes[..<found].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let before = String(decoding: bytes[first..<found], as: UTF8.self).lowercased()
      let words = before.split { !$0.isLetter }
      if words.contains(where: { $0.hasPrefix("python") || $0.hasSuffix("run") }) { continue }
      // The comment at the head of a code block.
      if before.drop(while: { $0 == " " }).hasPrefix("# "), words.isEmpty || words.contains("file") { return true }
      if words.contains(where: asks.contains) { return true }
    }
    return false
  }

  private static let asks: Set<Substring> = [
    "create", "save", "saved", "write", "put", "called", "named", "filename", "title", "copy", "paste",
  ]
}
