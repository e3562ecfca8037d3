extension Tree {
  /// The number of lines, including an empty last line.
  public var lineCount: Int { lines.starts.count }

  /// The number, from 1, of the line that contains a byte offset; takes logarithmic time.
  public func line(at offset: UInt32) -> Int { lines.lineIndex(of: offset) + 1 }

  /// The line and column of a byte offset, both from 1, the column in Unicode scalars.
  ///
  /// Takes time logarithmic in the number of lines and linear in the length of the line.
  public func position(at offset: UInt32) -> SourcePosition {
    let index = lines.lineIndex(of: offset)
    let bytes = source
    var column = 1
    var cursor = Int(lines.starts[index])
    let end = min(Int(offset), bytes.count)
    while cursor < end {
      if bytes[cursor] & 0xC0 != 0x80 { column += 1 }
      cursor += 1
    }
    return SourcePosition(line: index + 1, column: column)
  }

  /// The byte offset at which a line begins; nil if there is no such line. Lines are counted from 1.
  public func start(ofLine line: Int) -> UInt32? {
    lines.starts.indices.contains(line - 1) ? lines.starts[line - 1] : nil
  }

  /// The range of a line without its line end; nil if there is no such line. Lines are counted from 1.
  public func range(ofLine line: Int) -> Range<UInt32>? {
    guard let start = start(ofLine: line) else { return nil }
    let bytes = source
    var end = lines.starts.indices.contains(line) ? Int(lines.starts[line]) : bytes.count
    while end > Int(start), bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<UInt32(end)
  }
}
