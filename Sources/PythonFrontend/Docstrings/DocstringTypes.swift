/// Types in the heads of entries.
extension DocstringText {
  /// The parenthesis that closes the one at an offset, at most 6 lines on.
  func closingParenthesis(from start: Int, line first: Int) -> (offset: Int, line: Int)? {
    var depth = 0
    for index in first..<min(first + 6, lines.count) {
      let line = lines[index]
      if line.isSpace { return nil }
      for offset in (index == first ? start : line.start)..<line.end {
        if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
        if bytes[offset] == UInt8(ascii: ")") { depth -= 1 }
        if depth == 0 { return (offset, index) }
      }
    }
    return nil
  }

  func joinedRange(_ start: Int, line first: Int, to end: Int, line last: Int) -> String {
    if first == last { return string(start, end) }
    return (first...last).map { string($0 == first ? start : lines[$0].start, $0 == last ? end : lines[$0].end) }
      .joined(separator: " ")
  }

  /// The colon after the type of `type: text`, as `Returns:` sections write it; nil if the text before it is prose.
  func typeColon(_ line: Line) -> Int? {
    var depth = 0
    var words = 1
    for offset in line.start..<line.end {
      switch bytes[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case 0x20 where depth == 0: words += 1
      case .colon where depth == 0:
        guard offset > line.start, offset + 1 == line.end || bytes[offset + 1].isSpace else { continue }
        return words <= 3 ? offset : nil
      default: break
      }
    }
    return nil
  }

  /// Whether the colon at an offset opens a role: :class:`Layer`.
  func opensRole(_ colon: Int, _ line: Line) -> Bool {
    var offset = colon + 1
    while byte(offset, in: line).isNameByte || byte(offset, in: line) == .dash { offset += 1 }
    return offset > colon + 1 && byte(offset, in: line) == .colon && byte(offset + 1, in: line) == .backtick
  }

  /// The colon that ends a type whose parenthesis was left open: `x (`int`: text`.
  func colonOfOpenType(from start: Int, _ line: Line) -> Int? {
    var offset = start
    while offset < line.end {
      let previous = bytes[offset - 1]
      if bytes[offset] == .colon, offset + 1 == line.end || bytes[offset + 1].isSpace,
        previous == .backtick || previous == .star || previous == UInt8(ascii: ")")
      {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
