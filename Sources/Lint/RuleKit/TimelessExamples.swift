import LintModel
import LintSourceText

/// Tells examples of an API as it is from those of what it was, may be or should become.
struct TimelessExamples {
  /// Whether the page says of itself that its API may have changed.
  let isOfThePast: Bool
  /// The names that the page calls hypothetical: `live_processes`.
  private let imagined: Set<String>
  private let file: SourceFile

  init(_ file: SourceFile) {
    self.file = file
    guard file.language == .markdown else {
      isOfThePast = false
      imagined = []
      return
    }
    let head = String(decoding: file.text.bytes.prefix(1500), as: UTF8.self).lowercased().split { $0.isWhitespace }
      .joined(separator: " ")
    isOfThePast = Self.disclaimers.contains { head.contains($0) }
    imagined = Self.imagined(in: file.text.bytes)
  }

  /// Whether an example shows the API as it is.
  func contain(_ example: Example) -> Bool {
    !isOfThePast && !Self.says(Self.comment(atTopOf: example), Self.asides)
      && !(example.form == .document && Self.says(sentence(above: example), Self.announcements))
  }

  /// Whether the page itself says that a name does not exist yet.
  func isImagined(_ path: String) -> Bool {
    !imagined.isEmpty && path.split(separator: ".").contains { imagined.contains(String($0)) }
  }

  private static let disclaimers = [
    "might have changed since", "may have changed since", "have since changed", "has since changed",
    "snapshot of some of the earlier", "for historical", "historical document", "of historical interest",
    "has been superseded", "is superseded by", "may be outdated", "might be outdated", "may be out of date",
    "might be out of date", "page is outdated", "document is outdated", "guide is outdated", "not yet implemented",
    "is a design proposal", "this proposal", "proposed api",
  ]

  /// In the comment that an example begins with.
  private static let asides = [
    "to be replaced", "hypothetical", "proposed", "old api", "old way", "old style", "old-style", "no longer works",
    "does not exist yet", "not implemented yet", "pseudocode", "pseudo-code", "in the past",
  ]

  /// In the sentence above an example.
  private static let announcements = [
    "hypothetical", "proposed", "imagine ", "could look like", "might look like", "would look like", "used to look",
    "used to be", "in the past", "formerly", "future api", "not implemented yet", "does not exist yet",
    "to be replaced",
  ]

  private static func says(_ text: String, _ words: [String]) -> Bool { words.contains { text.contains($0) } }

  private static func comment(atTopOf example: Example) -> String {
    let lines = example.code.bytes.split(separator: UInt8(ascii: "\n")).prefix(2)
    return lines.filter { $0.drop { $0 <= 0x20 }.first == UInt8(ascii: "#") }
      .map { String(decoding: $0, as: UTF8.self).lowercased() }.joined(separator: " ")
  }

  /// The last paragraph before an example, without the line that opens it.
  private func sentence(above example: Example) -> String {
    let start = Int(example.range.start)
    guard start <= file.text.bytes.count else { return "" }
    let text = String(decoding: file.text.bytes[max(0, start - 500)..<start], as: UTF8.self).lowercased()
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()[...]
    while let last = lines.last, Self.opensCode(last) { lines = lines.dropLast() }
    let paragraph = lines.reversed().prefix { $0.contains { !$0.isWhitespace } }
    return paragraph.reversed().joined(separator: " ")
  }

  private static func opensCode(_ line: Substring) -> Bool {
    let text = line.drop(while: \.isWhitespace)
    return text.isEmpty || text.hasPrefix("```") || text.hasPrefix("~~~") || text.hasPrefix(".. ")
      || text.hasPrefix(":")
  }

  /// What is in backticks behind "hypothetical" and the like, up to the end of the sentence.
  private static func imagined(in bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    for mark in ["hypothetical ", "imaginary ", "fictitious "] {
      var start = 0
      while let found = Bytes.find(Array(mark.utf8), in: bytes[start...]) {
        start = found + mark.utf8.count
        let rest = String(decoding: bytes[start..<min(start + 120, bytes.count)], as: UTF8.self)
        let parts = rest.split(separator: "`")
        guard parts.count > 1, !parts[0].contains(". "), !parts[0].contains("\n\n") else { continue }
        let path = parts[1].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        if let name = path.split(separator: ".").last { names.insert(String(name)) }
      }
    }
    return names
  }
}
