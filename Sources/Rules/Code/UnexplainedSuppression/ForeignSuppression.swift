import LintModel
import LintSourceText

/// A comment that suppresses findings of another tool: which tool, whether it names what it suppresses, and whether it
/// gives a reason.
struct ForeignSuppression {
  var range: SourceRange
  /// The comment as usually written: `# noqa`.
  var form: String
  /// An example that names what it suppresses.
  var example: String
  /// Whether it names rules, rather than suppressing all of them.
  var isSpecific: Bool
  /// A code that the tool ignores because of its position: `E501` in `# noqa E501`.
  var strayCode: String?
  /// Whether the comment, or the one before it, contains other words.
  var isExplained: Bool
  /// Whether it follows an import, which is unused, late or untyped, or the end of a docstring, which has long lines:
  /// nothing else can be meant.
  var isObvious: Bool

  /// Nil for a comment that suppresses nothing, such as a type comment.
  ///
  /// - Parameters:
  ///   - tagged: The comment from its first character to its end.
  ///   - file: The file that contains it.
  init?(_ tagged: TaggedComment, in file: SourceFile) {
    range = tagged.range
    let text = file.text[tagged.range]
    let signs: Set<Character> = ["#", "/", "*", " ", "\t"]
    let parts = text.split(separator: "#")
    let body = text.drop { signs.contains($0) }
    guard
      let marker = SuppressionMarker(file.language == .swift ? body : Substring(parts.first ?? "").drop { $0 == " " })
    else {
      return nil
    }
    form = (file.language == .swift ? "// " : "# ") + marker.name
    example = (file.language == .swift ? "// " : "# ") + marker.example
    isSpecific = marker.isSpecific
    isObvious = Self.isObvious(tagged.range, in: file)
    strayCode = marker.strayCode
    let others = parts.dropFirst().filter { SuppressionMarker($0.drop { $0 == " " }) == nil }
    isExplained =
      Self.isProse(marker.rest) || others.contains { Self.isProse($0) } || Self.hasProseBefore(tagged.range, in: file)
  }

  private static func isObvious(_ range: SourceRange, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var start = Int(range.start)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    let code = bytes[from: start, to: Int(range.start)].drop { $0 <= 0x20 }
    return code.starts(with: "import ".utf8) || code.starts(with: "from ".utf8)
      || code.starts(with: "\"\"\"".utf8)
  }

  /// Whether the text contains words, rather than only punctuation or a code.
  private static func isProse(_ text: some StringProtocol) -> Bool {
    text.split { !$0.isLetter }.contains { $0.count > 2 }
  }

  /// Whether its own comment begins with words, or the line above is a comment of words.
  private static func hasProseBefore(_ range: SourceRange, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var start = Int(range.start)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    let sign = file.language == .swift ? "//" : "#"
    // Strings that contain the start of a comment are rarer than reasons.
    let before = String(decoding: bytes[from: start, to: Int(range.start)], as: UTF8.self)
    if let opening = before.range(ofLast: sign), isProse(before[opening...]), before[opening...].count > 3 {
      return true
    }
    guard start > 0 else { return false }
    var above = start - 1
    while above > 0, bytes[above - 1] != UInt8(ascii: "\n") { above -= 1 }
    let line = String(decoding: bytes[above..<(start - 1)], as: UTF8.self).drop(while: \.isWhitespace)
    return line.hasPrefix(sign) && isProse(line) && !["noqa", "type: ignore", "mllint:"].contains(where: line.contains)
  }
}

extension String {
  /// The end of the last occurrence of a string.
  fileprivate func range(ofLast sign: String) -> String.Index? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(sign) { return self.index(index, offsetBy: sign.count) }
    }
    return nil
  }
}
