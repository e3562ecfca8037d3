import LintSourceText

/// A table or list of a document that describes options: rows of a table, entries of a list, lines of a pasted help.
struct OptionDefaultList {
  /// A default that it states.
  struct Entry {
    var flag: String
    var stated: StatedDefault
    var range: SourceRange
  }

  /// Of all its options.
  var flags: Set<String> = []
  var entries: [Entry] = []

  /// The lists of a document. O(length of the document).
  static func all(in bytes: [UInt8]) -> [OptionDefaultList] {
    guard Bytes.find("--", in: bytes[...]) != nil else { return [] }
    var reader = OptionDefaultReader(bytes: bytes)
    reader.run()
    return reader.lists
  }
}

private struct OptionDefaultReader {
  private enum Kind { case table, list, help }

  let bytes: [UInt8]
  private(set) var lists: [OptionDefaultList] = []
  private var list = OptionDefaultList()
  private var kind: Kind?
  private var isCode = false
  /// The cells above the rows of the table at hand.
  private var defaultColumn: Int?
  /// The entry whose text goes on.
  private var open: (flag: String, start: Int, end: Int, indent: Int)?
  private var last: Range<Int> = 0..<0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      read(start..<end)
      last = start..<end
      start = end + 1
    }
    flush()
  }

  private mutating func flush() {
    closeEntry()
    if list.flags.count > 1, !list.entries.isEmpty { lists.append(list) }
    list = OptionDefaultList()
    kind = nil
    defaultColumn = nil
  }

  private mutating func begin(_ new: Kind) {
    if kind != new { flush() }
    kind = new
  }

  private mutating func closeEntry() {
    guard let (flag, start, end, _) = open else { return }
    open = nil
    let text = String(decoding: bytes[start..<end].map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
    guard let stated = StatedDefault.find(in: text) else { return }
    add(flag, stated, at: start)
  }

  private mutating func add(_ flag: String, _ stated: StatedDefault, at start: Int) {
    let range = SourceRange(
      start: UInt32(start + stated.place.lowerBound), end: UInt32(start + stated.place.upperBound))
    list.entries.append(.init(flag: flag, stated: stated, range: range))
  }

  private mutating func read(_ line: Range<Int>) {
    let text = bytes[line].drop { $0 <= 0x20 }
    let indent = text.startIndex - line.lowerBound
    if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) {
      flush()
      isCode.toggle()
    } else if text.isEmpty {
      closeEntry()
      if kind == .table { flush() }
    } else if !isCode, text.first == UInt8(ascii: "|") {
      readRow(text)
    } else if let (flag, after) = flag(text) {
      begin(isCode || !isItem(text) ? .help : .list)
      closeEntry()
      list.flags.insert(flag)
      open = (flag, after, line.upperBound, indent)
    } else if let entry = open, indent > entry.indent {
      open?.end = line.upperBound
    } else if !isCode {
      flush()
    } else {
      closeEntry()
    }
  }

  private func isItem(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, text.count > 1 else { return false }
    return "-*+".utf8.contains(first) && text[text.startIndex + 1] == 0x20
  }

  /// The long flag that an entry begins with, after a marker, quotes and a short flag, and where its text goes on.
  private func flag(_ text: ArraySlice<UInt8>) -> (String, Int)? {
    var rest = text
    if isItem(rest) { rest = rest.dropFirst(2) }
    // `-e`, `--epochs`
    let signs: Set<UInt8> = Set(" `*,/|".utf8)
    rest = rest.drop { signs.contains($0) }
    if rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "-") {
      // `-s STEPS, --steps`
      guard let long = Bytes.find("--", in: rest.prefix(40)),
        rest[..<long].allSatisfy({ $0.isIdentifierByte || " ,/`*-<>|[]".utf8.contains($0) })
      else { return nil }
      rest = rest[long...]
    }
    guard rest.starts(with: "--".utf8), rest.dropFirst(2).first?.isIdentifierByte == true else { return nil }
    let flag = rest.prefix { $0 == UInt8(ascii: "-") || $0 < 0x80 && $0.isIdentifierByte }
    return (String(decoding: flag, as: UTF8.self), flag.endIndex)
  }

  private mutating func readRow(_ line: ArraySlice<UInt8>) {
    begin(.table)
    var cells: [ArraySlice<UInt8>] = []
    var start = line.startIndex + 1
    var index = start
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "|"), line[index - 1] != UInt8(ascii: "\\") {
        cells.append(line[start..<index])
        start = index + 1
      }
      index += 1
    }
    if start < line.endIndex, line[start...].contains(where: { $0 > 0x20 }) { cells.append(line[start...]) }
    if list.flags.isEmpty, defaultColumn == nil {
      defaultColumn = cells.firstIndex { cell in
        String(decoding: cell, as: UTF8.self).lowercased().drop { !$0.isLetter }.hasPrefix("default")
      }
    }
    guard let first = cells.first, let (flag, _) = flag(first.drop { $0 <= 0x20 }) else { return }
    list.flags.insert(flag)
    guard let defaultColumn, cells.indices.contains(defaultColumn) else { return }
    let marks: Set<UInt8> = Set(" `*\t\r".utf8)
    let cell = cells[defaultColumn].drop { marks.contains($0) }
    let end = cell.lastIndex { !marks.contains($0) }.map { $0 + 1 } ?? cell.startIndex
    let value = String(decoding: cell[..<end], as: UTF8.self)
    // Only what is nothing but a value can be compared.
    guard let stated = StatedDefault.find(in: "default: " + value), stated.place == 9..<(9 + value.utf8.count) else {
      return
    }
    add(flag, stated, at: cell.startIndex - 9)
  }
}
