import LintSerialization
import LintSourceText

/// A list of options in a document: rows of a table, entries of a list, lines below `usage:`.
struct OptionList {
  /// `train.py` of `usage: train.py [-h]`; nil if the list does not name its program.
  var program: String?
  /// The flags as written, such as `--lr`, with their places.
  var entries: [Name] = []

  /// The lists in a text or a part of it. O(length of the part).
  static func all(in bytes: [UInt8], _ range: Range<Int>, isDocstring: Bool = false) -> [OptionList] {
    var reader = OptionListReader(isDocstring: isDocstring)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
      reader.read(bytes[start..<end])
      start = end + 1
    }
    reader.flush()
    return reader.lists
  }
}

private struct OptionListReader {
  /// The marker in front of an entry.
  private enum Mark { case row, item, heading, line }

  let isDocstring: Bool
  private(set) var lists: [OptionList] = []
  private var list = OptionList()
  private var mark: Mark?
  private var isCode = false
  private var isUsage = false

  init(isDocstring: Bool) { self.isDocstring = isDocstring }

  mutating func flush() {
    if Set(list.entries.map(\.text)).count > 2 { lists.append(list) }
    list = OptionList()
    mark = nil
    isUsage = false
  }

  mutating func read(_ line: ArraySlice<UInt8>) {
    var rest = line.drop { $0 <= 0x20 }
    if rest.starts(with: "```".utf8) || rest.starts(with: "~~~".utf8) {
      flush()
      isCode.toggle()
      return
    }
    if rest.starts(with: "usage:".utf8) || rest.starts(with: "Usage:".utf8) {
      flush()
      isUsage = true
      let words = String(decoding: rest, as: UTF8.self).split(separator: " ").dropFirst()
      list.program = words.first { !$0.hasPrefix("python") && !$0.hasPrefix("-") }.map {
        String(Paths.name(of: String($0)))
      }
      return
    }
    // The help text of a program, pasted without its first lines.
    if isCode, !isUsage, Self.beginsHelp(rest) { isUsage = true }
    if isCode && !isUsage { return }
    let mark = Self.takeMark(&rest)
    guard let entry = Self.entry(rest), mark != .line || isUsage || isDocstring || rest.first != UInt8(ascii: "-")
    else {
      if mark == .heading { flush() }
      return
    }
    if self.mark != nil, self.mark != mark { flush() }
    self.mark = mark
    // Options that the document itself calls removed are not reported.
    if !Self.endsOptionList(line) { list.entries.append(entry) }
  }

  private static func beginsHelp(_ line: ArraySlice<UInt8>) -> Bool {
    ["options:", "optional arguments:", "-h, --help "].contains { line.starts(with: $0.utf8) }
  }

  /// Removes the marker in front of an entry from a line: `- `, `| `, `## `, `1. `.
  private static func takeMark(_ rest: inout ArraySlice<UInt8>) -> Mark {
    guard let first = rest.first else { return .line }
    let space = UInt8(ascii: " ")
    switch first {
    case UInt8(ascii: "|"):
      rest = rest.dropFirst().drop { $0 <= 0x20 }
      return .row
    case UInt8(ascii: "#"):
      rest = rest.drop { $0 == first }.drop { $0 <= 0x20 }
      return .heading
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard rest.dropFirst().first == space else { return .line }
      rest = rest.dropFirst().drop { $0 <= 0x20 }
      return .item
    default: return .line
    }
  }

  /// The long flag at the start of a text, after quotes and a short flag: `` `-l`, `--lr` RATE``.
  private static func entry(_ text: ArraySlice<UInt8>) -> Name? {
    var rest = text.drop(while: isQuote)
    if rest.first == UInt8(ascii: "-"), let second = rest.dropFirst().first, isLetter(second) {
      rest = rest.dropFirst(2).drop(while: isQuote)
      if let capital = rest.first, isLetter(capital) { rest = rest.drop(while: isWord) }
      guard let sign = rest.first(where: { $0 > 0x20 }),
        sign == UInt8(ascii: ",") || sign == UInt8(ascii: "/") || sign == UInt8(ascii: "-")
      else {
        return nil
      }
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") || isQuote($0) }
    }
    guard rest.starts(with: "--".utf8), let first = rest.dropFirst(2).first, isLetter(first) else { return nil }
    let flag = rest.prefix { $0 == UInt8(ascii: "-") || isWord($0) }
    if let next = rest.dropFirst(flag.count).first,
      next == UInt8(ascii: ".") || next == UInt8(ascii: "{")
        || next == UInt8(ascii: "*") && rest.dropFirst(flag.count + 1).first != next
    {
      return nil
    }
    return Name(
      String(decoding: flag, as: UTF8.self),
      at: SourceRange(start: UInt32(flag.startIndex), end: UInt32(flag.endIndex)))
  }

  private static func endsOptionList(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self).lowercased()
    return ["removed", "deprecated", "renamed", "no longer", "replaced", "obsolete"].contains { text.contains($0) }
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "`") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "[")
  }

  // A non-ASCII dash may follow a flag, so non-ASCII bytes are not part of one.
  private static func isLetter(_ byte: UInt8) -> Bool { byte < 0x80 && byte.isLetterByte }

  private static func isWord(_ byte: UInt8) -> Bool { byte < 0x80 && byte.isIdentifierByte }
}
