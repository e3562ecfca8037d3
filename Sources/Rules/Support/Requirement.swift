import Lint

/// One line of a list of requirements that pip or conda reads.
struct Requirement: Codable {
  var name: String
  var range: SourceRange
  /// Whether it allows one version only, or a few of one series.
  var isPinned: Bool
  /// Whether nothing is said of its version.
  var isBare: Bool

  /// The requirements of a `requirements.txt` or an `environment.yml`.
  static func all(in file: SourceFile) -> [Requirement] {
    let isConda = file.language == .yaml
    var result: [Requirement] = []
    var isListed = !isConda
    var start = 0
    for line in file.text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
      let shift = text.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") && isConda }.count
      let words = text.utf8.dropFirst(shift)
      if isConda, line.first != UInt8(ascii: " "), line.first != UInt8(ascii: "-"), line.first != UInt8(ascii: "\r") {
        if !words.isEmpty { isListed = text.hasPrefix("dependencies:") }
        continue
      }
      guard isListed, let body = String(words), let requirement = Requirement(body, at: start + shift) else { continue }
      result.append(requirement)
    }
    return result
  }

  /// nil for an option, a path, a link to a file, another list, and the key of a list.
  private init?(_ text: String, at start: Int) {
    let text = text.split(separator: ";").first.map(String.init) ?? ""
    let end = text.utf8.count - text.utf8.reversed().prefix { $0 <= 0x20 }.count
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." || $0 == "/" }
    guard let first = word.first, first.isLetter, end > 0, !text.contains(":") || text.contains("::") else {
      return nil
    }
    let rest = text.dropFirst(word.count).drop { $0 == " " || $0 == "[" || $0 == "]" || $0 == "," || $0.isLetter }
    // Those that every environment has in some version, and that nothing computed depends on.
    guard !Self.plain.contains(String(word).lowercased()), !text.contains("@"), !text.contains("file:") else {
      return nil
    }
    name = String(word)
    range = SourceRange(start: UInt32(start), end: UInt32(start + end))
    isBare = !rest.contains { "=<>~!".contains($0) }
    isPinned = rest.contains("=") && !rest.hasPrefix(">") && !rest.hasPrefix("!") || rest.contains("<")
  }

  private static let plain: Set<String> = [
    "pip", "setuptools", "wheel", "python", "pytest", "black", "flake8", "isort",
  ]
}
