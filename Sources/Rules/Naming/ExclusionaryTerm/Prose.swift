import LintModel
import LintSourceText

/// The words of a document that are prose: code, URLs, tags and link targets are skipped.
struct Prose {
  struct Word {
    /// In lower case.
    var text: String
    var range: SourceRange
    /// Whether punctuation between it and the previous word ends a phrase.
    var beginsPhrase: Bool
    /// Whether it directly follows a quotation mark: the word is mentioned, not used.
    var isQuoted: Bool
  }

  private(set) var words: [Word] = []
  private var fence: UInt8?

  init(_ file: SourceFile) {
    var start = 0
    let bytes = file.text.bytes
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      read(bytes[start..<end])
      start = end + 1
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    if let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"), text.prefix(3).count == 3,
      text.prefix(3).allSatisfy({ $0 == mark })
    {
      if fence == nil { fence = mark } else if fence == mark { fence = nil }
      return
    }
    // Indented text is code, and so is a reStructuredText directive.
    let indent = text.startIndex - line.startIndex
    guard fence == nil, indent < 4, line.first != UInt8(ascii: "\t"), !Bytes.begins(text, with: "..") else { return }
    readPhrase(text)
  }

  private mutating func readPhrase(_ line: ArraySlice<UInt8>) {
    var index = line.startIndex
    var beginsPhrase = true
    while index < line.endIndex {
      if let end = Self.endOfMarkup(at: index, in: line) {
        index = end
        beginsPhrase = true
        continue
      }
      guard Self.isLetter(line[index]) else {
        let byte = line[index]
        if byte != UInt8(ascii: " "), byte != UInt8(ascii: "-"), !Self.isBracket(byte) { beginsPhrase = true }
        index += 1
        continue
      }
      let start = index
      while index < line.endIndex, Self.isLetter(line[index]) || Self.joinsCode(line[index]) { index += 1 }
      while index > start, !Self.isLetter(line[index - 1]) { index -= 1 }
      let chunk = line[start..<index]
      if chunk.contains(where: Self.joinsCode) {
        beginsPhrase = true
        continue
      }
      let text = String(decoding: chunk.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
      let range = SourceRange(start: UInt32(start), end: UInt32(index))
      let isQuoted = start > line.startIndex && Self.isQuote(line[start - 1])
      words.append(Word(text: text, range: range, beginsPhrase: beginsPhrase, isQuoted: isQuoted))
      beginsPhrase = false
    }
  }

  /// Limits the search for a closing mark, so that many unclosed ones on a long line take linear time.
  private static let maximumMarkup = 4096

  /// The end of the inline code, link target, tag or URL that begins here.
  private static func endOfMarkup(at index: Int, in line: ArraySlice<UInt8>) -> Int? {
    let close: UInt8
    switch line[index] {
    case UInt8(ascii: "`"): close = UInt8(ascii: "`")
    case UInt8(ascii: "<"): close = UInt8(ascii: ">")
    case UInt8(ascii: "]"):
      guard Bytes.begins(line[index...], with: "](") else { return nil }
      close = UInt8(ascii: ")")
    case UInt8(ascii: "h"):
      let rest = line[index...]
      guard Bytes.begins(rest, with: "http://") || Bytes.begins(rest, with: "https://") else { return nil }
      return rest.firstIndex { $0 <= 0x20 } ?? line.endIndex
    default: return nil
    }
    let rest = line[index...]
    return rest.dropFirst(2).prefix(maximumMarkup).firstIndex(of: close).map { $0 + 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(
        ascii: "0")...UInt8(
        ascii: "9"), 0x80...:
      true
    default: false
    }
  }

  /// Characters that join words into a name, a path or a URL.
  private static func joinsCode(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "="),
      UInt8(ascii: "\\"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private static func isBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"):
      true
    default: isQuote(byte)
    }
  }
}
