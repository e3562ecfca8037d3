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
  /// Whether it applies to its whole file, wherever it is.
  var isWholeFile: Bool
  /// Whether it names rules, rather than suppressing all of them.
  var isSpecific: Bool
  /// A code that the tool ignores because of its position: `E501` in `# noqa E501`.
  var strayCode: String?
  /// Whether the comment, or the one before it, contains other words.
  var isExplained: Bool
  /// Whether it follows an import, which is unused, late or untyped, or the end of a docstring or another comment, which
  /// are too long: nothing else can be meant.
  var isObvious: Bool

  /// The suppressions in a comment: none in a type comment, two in `# type: ignore  # noqa: F401`.
  ///
  /// - Parameters:
  ///   - tagged: The comment from its first character to its end.
  ///   - file: The file that contains it.
  static func all(in tagged: TaggedComment, of file: SourceFile) -> [ForeignSuppression] {
    let text = file.text[tagged.range]
    guard file.language != .swift else {
      let body = text.drop { "#/* \t".contains($0) }
      return SuppressionMarker(body).map { [ForeignSuppression($0, others: [], at: tagged.range, in: file)] } ?? []
    }
    let parts = text.split(separator: "#").map { (part: $0, marker: SuppressionMarker($0.drop { $0 == " " })) }
    let others = parts.filter { $0.marker == nil }.map(\.part)
    return parts.compactMap { part, marker in
      let start = tagged.range.start + UInt32(text[..<part.startIndex].utf8.count)
      let range = SourceRange(start: max(start, 1) - 1, end: tagged.range.end)
      return marker.map { ForeignSuppression($0, others: others, at: range, in: file) }
    }
  }

  private init(_ marker: SuppressionMarker, others: [Substring], at range: SourceRange, in file: SourceFile) {
    self.range = range
    form = (file.language == .swift ? "// " : "# ") + marker.name
    isWholeFile = marker.isWholeFile
    let statement = Self.statement(before: range, in: file)
    example = (file.language == .swift ? "// " : "# ") + marker.example(for: statement)
    isSpecific = marker.isSpecific
    let isInComment = statement.hasPrefix("#") && marker.name == "noqa"
    isObvious =
      isInComment || statement.hasPrefix("import ") || statement.hasPrefix("from ")
      || statement.hasPrefix("\"\"\"") && Self.hasLongLine(above: range, in: file)
    strayCode = marker.strayCode.flatMap { Self.fits($0, range, in: file) ? $0 : nil }
    // A comment that is too long is what it suppresses, not its reason.
    isExplained =
      Self.isProse(marker.rest) || others.contains { Self.isProse($0) }
      || (!isInComment && Self.hasProse(before: range, in: file))
  }

  /// The code before a comment on its line.
  private static func statement(before range: SourceRange, in file: SourceFile) -> Substring {
    let bytes = file.text.bytes
    let start = lineStart(before: Int(range.start), in: bytes)
    return String(decoding: bytes[from: start, to: Int(range.start)], as: UTF8.self).drop(while: \.isWhitespace)
  }

  /// Whether a line of the docstring that ends before a comment is longer than linters allow by default.
  private static func hasLongLine(above range: SourceRange, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var start = lineStart(before: Int(range.start), in: bytes)
    for _ in 0..<longestBlock where start > 0 {
      let above = lineStart(before: start - 1, in: bytes)
      if start - 1 - above > 79 { return true }
      start = above
      if Bytes.find("\"\"\"", in: bytes[above..<start]) != nil { break }
    }
    return false
  }

  /// Whether the text contains words, rather than only punctuation, a code, or the address of its source.
  private static func isProse(_ text: some StringProtocol) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { word in
      if word.contains("://") { return ["/issues/", "/pull/", "/discussions/"].contains(where: word.contains) }
      return word.split { !$0.isLetter }.contains { $0.count > 2 }
    }
  }

  /// Whether a code can be what its line is about: with a colon, only this code would be suppressed, so another finding
  /// of the line would come back.
  private static func fits(_ code: String, _ range: SourceRange, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    let start = lineStart(before: Int(range.start), in: bytes)
    let line = String(decoding: bytes[from: start, to: Int(range.start)], as: UTF8.self)
    let statement = line.drop(while: \.isWhitespace)
    let isImport = statement.hasPrefix("import ") || statement.hasPrefix("from ")
    let isStar = isImport && line.contains("import *")
    switch code {
    case "F401": return isImport ? !isStar : !line.contains { "(=".contains($0) }
    case "F403": return isStar
    case "F405", "F821": return !isImport
    case "E401", "E402": return isImport
    case "E501", "W505": return line.count > 72
    case "E711", "E712": return line.contains("=")
    case "E721": return line.contains("type(")
    case "E722": return statement.hasPrefix("except")
    case "E731": return line.contains("lambda")
    case "E741": return line.contains { "lOI".contains($0) }
    case "F541": return line.contains("f\"") || line.contains("f'")
    case "F811": return true
    case "F841": return line.contains("=") || line.contains(" as ")
    case "W605": return line.contains("\\")
    case "C901": return statement.hasPrefix("def ") || statement.hasPrefix("async def ")
    default:
      // A code that does not exist suppresses nothing.
      return isOfLinter(code)
    }
  }

  /// Whether a tool has codes with these letters and that many digits.
  private static func isOfLinter(_ code: String) -> Bool {
    let letters = code.prefix(while: \.isLetter)
    let number = code.dropFirst(letters.count)
    switch letters {
    case "W":
      return [
        "191", "291", "292", "293", "391", "503", "504", "505", "601", "602", "603", "604", "605", "606",
      ].contains(number)
    case "E", "F", "C", "N", "B", "D", "S", "A", "T", "Q": return number.count == 3
    default: return number.count >= 3
    }
  }

  private static func lineStart(before offset: Int, in bytes: [UInt8]) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// Whether its own comment begins with words, or a comment of words is above it, or above a block of lines that all
  /// have such a suppression.
  private static func hasProse(before range: SourceRange, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var start = lineStart(before: Int(range.start), in: bytes)
    let sign = file.language == .swift ? "//" : "#"
    // Strings that contain the start of a comment are rarer than reasons.
    let before = String(decoding: bytes[from: start, to: Int(range.start)], as: UTF8.self)
    if let opening = before.range(ofLast: sign) {
      // What explains another suppression says nothing about this one.
      let own = before[opening...].drop { $0 == " " }
      let words = SuppressionMarker(own).map(\.rest) ?? own
      if isProse(words), own.count > 3 { return true }
    }
    let markers = [
      "noqa", "type: ignore", "pyright:", "pylint:", "swiftlint:", "swift-format-ignore", "fmt: o", "fmt:o", "yapf: ",
      "isort:", "pragma: no cover",
    ]
    for _ in 0..<longestBlock {
      guard start > 0 else { return false }
      let above = lineStart(before: start - 1, in: bytes)
      let line = String(decoding: bytes[above..<(start - 1)], as: UTF8.self).drop(while: \.isWhitespace)
      let isMarked = markers.contains(where: line.contains)
      if line.hasPrefix(sign), !isMarked { return SuppressionReason.isOne(line) && !line.contains("mllint:") }
      guard isMarked else { return false }
      start = above
    }
    return false
  }

  /// Maximum number of lines below a comment that it explains.
  private static let longestBlock = 30
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
