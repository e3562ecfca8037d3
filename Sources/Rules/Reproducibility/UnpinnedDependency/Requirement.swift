import LintSourceText

/// A package that a project or a notebook installs.
struct Requirement {
  var name: String
  var range: SourceRange
  /// Whether it allows only one version or one series of versions.
  var isPinned: Bool
  /// Whether it has no version specifier.
  var isBare: Bool

  init(name: String, range: SourceRange, isPinned: Bool) {
    self.name = name
    self.range = range
    self.isPinned = isPinned
    isBare = !isPinned
  }

  /// One line of a list that pip or conda reads.
  ///
  /// - Returns: nil for an option, a path, a link to a file, another list, or the key of a list.
  init?(_ text: String, at start: Int) {
    let text = text.split(separator: ";").first.map(String.init) ?? ""
    let end = text.utf8.count - text.utf8.reversed().prefix { $0 <= 0x20 }.count
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." || $0 == "/" }
    guard let first = word.first, first.isLetter, end > 0, !text.contains(":") || text.contains("::") else {
      return nil
    }
    let rest = text.dropFirst(word.count).drop { $0 == " " || $0 == "[" || $0 == "]" || $0 == "," || $0.isLetter }
    guard !text.contains("@"), !text.contains("file:") else {
      return nil
    }
    name = String(word)
    range = SourceRange(start: UInt32(start), end: UInt32(start + end))
    isBare = !rest.contains { "=<>~!".contains($0) }
    isPinned = rest.contains("=") && !rest.hasPrefix(">") && !rest.hasPrefix("!") || rest.contains("<")
  }

}
