import LintSourceText

/// The head of an entry: `name`, `name1, name2`, `*args`, `` `name` (type) ``, `**name**: text`.
struct DocstringNames {
  var names: [Name] = []
  /// Offset after the names.
  var end = 0

  /// Reads names at an offset; nil if none is there.
  init?(_ text: DocstringText, at start: Int, before limit: Int) {
    var offset = start
    while true {
      guard let (name, after) = DocstringNames.one(text, at: offset, before: limit) else {
        if names.isEmpty { return nil }
        break
      }
      if let name { names.append(name) }
      end = after
      expandEnding()
      let next = text.skipSpaces(after, limit)
      // `start/end` and `x or y` name two, as `x, y` does.
      if next < limit, text.bytes[next] == .comma || text.bytes[next] == UInt8(ascii: "/") {
        offset = text.skipSpaces(next + 1, limit)
        if text.has("and ", at: offset, before: limit) { offset += 4 }
      } else if next > after, text.has("and ", at: next, before: limit) {
        offset = text.skipSpaces(next + 4, limit)
      } else if next > after, text.has("or ", at: next, before: limit) {
        offset = text.skipSpaces(next + 3, limit)
      } else {
        break
      }
    }
    if names.isEmpty { return nil }
  }

  /// `max_len_a/b` names `max_len_a` and `max_len_b`.
  private mutating func expandEnding() {
    guard names.count > 1, let last = names.last, last.text.utf8.count == 1,
      let first = names.dropLast().last?.text, let cut = first.utf8.lastIndex(of: UInt8(ascii: "_")),
      first.utf8.distance(from: cut, to: first.utf8.endIndex) == 2
    else { return }
    names[names.count - 1].text = String(first[...cut]) + last.text
  }

  /// One name with its decoration; no name for the dots of `x1, ..., xn`.
  private static func one(_ text: DocstringText, at start: Int, before limit: Int) -> (Name?, Int)? {
    let bytes = text.bytes
    var offset = start
    if text.has("...", at: start, before: limit) { return (nil, start + 3) }
    while offset < limit, isDecoration(bytes[offset]) { offset += 1 }
    let nameStart = offset
    guard offset < limit, bytes[offset].isNameStart else { return nil }
    while offset < limit, bytes[offset].isNameByte || text.escapesUnderscore(offset, before: limit) { offset += 1 }
    let nameEnd = offset
    while offset < limit, isDecoration(bytes[offset]) { offset += 1 }
    // `config.size`, `x[0]`, `x=1` and `user's` are not names.
    if offset < limit, !bytes[offset].isSpace, !closers.contains(bytes[offset]) { return nil }
    return (text.name(nameStart..<nameEnd), offset)
  }

  private static let closers: Set<UInt8> = [.colon, .comma, UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: ")")]

  private static func isDecoration(_ byte: UInt8) -> Bool {
    byte == .star || byte == .backtick || byte == .backslash || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }
}

extension DocstringText {
  /// The backslash of `type\_`, which keeps reStructuredText from reading the underscore as a link.
  func escapesUnderscore(_ offset: Int, before limit: Int) -> Bool {
    guard offset < limit, bytes[offset] == .backslash else { return false }
    var next = offset + 1
    // Doubled where the docstring is not raw.
    if next < limit, bytes[next] == .backslash { next += 1 }
    return next < limit && bytes[next] == UInt8(ascii: "_")
  }

  /// A name without such backslashes.
  func name(_ range: Range<Int>) -> Name {
    let text = bytes[range].contains(.backslash) ? bytes[range].filter { $0 != .backslash }[...] : bytes[range]
    return Name(String(decoding: text, as: UTF8.self), at: SourceRange(range.lowerBound, range.upperBound))
  }

  /// Offset after the mark of a list item (`- `, `* `, `+ `, `1. `) that begins a line; its start where there is none.
  func afterListMark(_ line: Line) -> Int {
    let first = byte(line.start, in: line)
    if first == .dash || first == .star || first == UInt8(ascii: "+") {
      return byte(line.start + 1, in: line).isSpace ? skipSpaces(line.start + 1, line.end) : line.start
    }
    var offset = line.start
    while byte(offset, in: line).isDigit { offset += 1 }
    let sign = byte(offset, in: line)
    guard offset > line.start, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"),
      byte(offset + 1, in: line).isSpace
    else { return line.start }
    return skipSpaces(offset + 1, line.end)
  }

  func isListItem(_ line: Line) -> Bool { afterListMark(line) > line.start }
}
