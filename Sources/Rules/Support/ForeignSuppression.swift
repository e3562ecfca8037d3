import LintModel
import LintSourceText

/// A comment that silences another tool, read: which tool, whether it names what it silences, whether it says why.
struct ForeignSuppression: Codable {
  var range: SourceRange
  /// As people write it: `# noqa`.
  var form: String
  /// How it would name what it silences.
  var example: String
  /// Whether it names rules, and not all there are.
  var isSpecific: Bool
  /// A code that stands where the tool does not look for it: `E501` in `# noqa E501`.
  var strayCode: String?
  /// Whether the comment, or the one before it, has words beside it.
  var isExplained: Bool
  /// Whether it stands behind an import, which is unused, late or untyped, or at the end of a docstring, which has long
  /// lines: nothing else can be meant.
  var isObvious: Bool

  /// nil for a comment that silences nothing, such as a type in a comment.
  ///
  /// - Parameters:
  ///   - remark: From its sign to the comment's end.
  ///   - file: The file that it stands in.
  init?(_ remark: Remark, in file: SourceFile) {
    range = remark.range
    let text = file.text[remark.range]
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
    isObvious = Self.isObvious(remark.range, in: file)
    strayCode = marker.strayCode
    let others = parts.dropFirst().filter { SuppressionMarker($0.drop { $0 == " " }) == nil }
    isExplained =
      Self.isProse(marker.rest) || others.contains { Self.isProse($0) } || Self.hasProseBefore(remark.range, in: file)
  }

  private static func isObvious(_ range: SourceRange, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var start = Int(range.start)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    let code = bytes[start..<Int(range.start)].drop { $0 <= 0x20 }
    return code.starts(with: "import ".utf8) || code.starts(with: "from ".utf8)
      || code.starts(with: "\"\"\"".utf8)
  }

  /// Words, and not only signs or a code.
  private static func isProse(_ text: some StringProtocol) -> Bool {
    text.split { !$0.isLetter }.contains { $0.count > 2 }
  }

  /// Whether its own comment begins with words, or the line above is a comment of words.
  private static func hasProseBefore(_ range: SourceRange, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var start = Int(range.start)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    let sign = file.language == .swift ? "//" : "#"
    // Strings with a sign of a comment in them are rarer than reasons.
    let before = String(decoding: bytes[start..<Int(range.start)], as: UTF8.self)
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
  /// Where the last occurrence of a sign ends.
  fileprivate func range(ofLast sign: String) -> String.Index? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(sign) { return self.index(index, offsetBy: sign.count) }
    }
    return nil
  }
}
