import LintSourceText

/// The lines of a docstring, without copying its bytes; offsets are relative to the file.
struct DocstringText {
  struct Line {
    /// Offsets of the text without the whitespace around it; equal on a blank line.
    var start: Int
    var end: Int
    /// Columns of whitespace before the text; a tab continues to the next multiple of 8.
    var indent: Int

    var isSpace: Bool { start == end }
  }

  let bytes: [UInt8]
  private(set) var lines: [Line] = []
  /// Columns before the text's least indented line, the first one aside: it follows the quotes.
  private(set) var indent = 0

  init(_ bytes: [UInt8], range: SourceRange) {
    self.bytes = bytes
    let end = min(Int(range.end), bytes.count)
    var offset = min(Int(range.start), end)
    repeat {
      let start = offset
      while offset < end, bytes[offset] != .newline, bytes[offset] != .carriageReturn { offset += 1 }
      lines.append(DocstringText.line(bytes, start, offset))
      if offset + 1 < end, bytes[offset] == .carriageReturn, bytes[offset + 1] == .newline { offset += 1 }
      offset += 1
    } while offset < end
    indentContinuedLines()
    indent = lines.dropFirst().lazy.filter { !$0.isSpace }.map(\.indent).min() ?? 0
    lines[0].indent = indent
  }

  /// A line whose end is hidden by a backslash continues in the next, however far that is indented.
  private mutating func indentContinuedLines() {
    for index in lines.indices.dropFirst() {
      let previous = lines[index - 1]
      guard !previous.isSpace, bytes[previous.end - 1] == .backslash, lines[index].indent <= previous.indent else {
        continue
      }
      lines[index].indent = previous.indent + 4
    }
  }

  private static func line(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Line {
    var start = start
    var end = end
    var indent = 0
    while start < end, bytes[start].isSpace {
      indent = bytes[start] == .tab ? (indent / 8 + 1) * 8 : indent + 1
      start += 1
    }
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    // A backslash alone only hides the line's end from Python.
    if end == start + 1, bytes[start] == .backslash { end = start }
    return Line(start: start, end: end, indent: indent)
  }

  func string(_ start: Int, _ end: Int) -> String {
    start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }

  func string(_ line: Line) -> String { string(line.start, line.end) }

  /// The byte at an offset of a line; 0 past its end.
  func byte(_ offset: Int, in line: Line) -> UInt8 { offset >= line.start && offset < line.end ? bytes[offset] : 0 }

  /// Whether the text at an offset begins with an ASCII word in lower case, whatever its own case.
  func has(_ word: StaticString, at offset: Int, before end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset + count <= end else { return false }
    return word.withUTF8Buffer { word in
      for index in 0..<count where bytes[offset + index].lowercased != word[index] { return false }
      return true
    }
  }

  func has(_ word: StaticString, atStartOf line: Line) -> Bool { has(word, at: line.start, before: line.end) }

  func ends(_ line: Line, with word: StaticString) -> Bool {
    line.end - word.utf8CodeUnitCount >= line.start
      && has(word, at: line.end - word.utf8CodeUnitCount, before: line.end)
  }

  func firstOffset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset < end {
      if bytes[offset] == byte { return offset }
      offset += 1
    }
    return nil
  }

  func skipSpaces(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset].isSpace { offset += 1 }
    return offset
  }

  /// The next line from an index on that holds text.
  func nextText(_ index: Int) -> Int? {
    var index = index
    while index < lines.count {
      if !lines[index].isSpace { return index }
      index += 1
    }
    return nil
  }

  /// The text from an offset to the end of a line, its lines joined by spaces, its paragraphs by newlines.
  func joined(from offset: Int, line first: Int, through last: Int) -> String {
    var result = ""
    for index in first...max(first, last) {
      let line = lines[index]
      let start = index == first ? skipSpaces(offset, line.end) : line.start
      if start >= line.end {
        if !result.isEmpty, result.last != "\n" { result += "\n" }
        continue
      }
      if !result.isEmpty, result.last != "\n" { result += " " }
      result += string(start, line.end)
    }
    while result.last == "\n" { result.removeLast() }
    return result
  }
}

extension SourceRange {
  init(_ start: Int, _ end: Int) { self.init(start: UInt32(start), end: UInt32(max(start, end))) }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let dash = UInt8(ascii: "-")
  static let star = UInt8(ascii: "*")

  var isSpace: Bool { self == 0x20 || self == .tab || self == 0x0C }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  var lowercased: UInt8 { isUpper ? self | 0x20 : self }
  /// Part of an identifier; all of a letter outside ASCII counts.
  var isNameByte: Bool { isDigit || isUpper || (self >= 0x61 && self <= 0x7A) || self == 0x5F || self >= 0x80 }
  var isNameStart: Bool { isNameByte && !isDigit }
}
