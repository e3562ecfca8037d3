/// The position of an offset as line and column, from 1.
public struct Position: Hashable, Codable, Sendable {
  public var line: Int
  /// In Unicode scalars.
  public var column: Int
  /// In bytes, from the start of the file (of the cell, in a notebook).
  public var offset: Int
}

/// Finds the line and column of offsets in one text. Lines end at `\n`, `\r\n` or `\r`.
public struct LineTable: Sendable {
  private let text: SourceText
  /// Offset of each line's first byte.
  private let starts: [UInt32]

  /// One pass over the text: O(bytes).
  public init(_ text: SourceText) {
    var starts: [UInt32] = [0]
    guard Bytes.contains(UInt8(ascii: "\r"), in: text.bytes) else {
      Bytes.forEach(UInt8(ascii: "\n"), in: text.bytes) { starts.append(UInt32($0 + 1)) }
      self.text = text
      self.starts = starts
      return
    }
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
        if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        starts.append(UInt32(index))
      }
    }
    self.text = text
    self.starts = starts
  }

  public var count: Int { starts.count }

  /// The position of an offset, counted from the start of its cell in a notebook. O(log lines + line length).
  public func position(of offset: UInt32) -> Position {
    let offset = min(offset, UInt32(text.bytes.count))
    let line = lineIndex(of: offset)
    let start = min(Int(starts[line]) + (line == 0 ? markLength : 0), Int(offset))
    let scalars = text.bytes[start..<Int(offset)].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    guard let cell = cell(of: offset) else {
      return Position(line: line + 1, column: scalars + 1, offset: Int(offset))
    }
    return Position(
      line: line - lineIndex(of: cell.start) + 1, column: scalars + 1, offset: Int(offset - cell.start))
  }

  /// Bytes of the byte order mark, which no column counts.
  private var markLength: Int { text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The notebook cell that holds an offset; nil outside notebooks.
  public func cell(of offset: UInt32) -> SourceText.Cell? {
    text.cells.last { $0.start <= offset }
  }

  /// The text of the line that holds an offset, without its line ending.
  public func line(containing offset: UInt32) -> String {
    let line = lineIndex(of: min(offset, UInt32(text.bytes.count)))
    var range = contents(ofLine: line)
    while let last = text.bytes[range].last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return String(decoding: text.bytes[range], as: UTF8.self)
  }

  /// The index, from 0 and over the whole file, of the line that holds an offset.
  public func lineIndex(of offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  public func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { text.bytes[range] }

  /// The bytes of a line, its ending included.
  public func contents(ofLine line: Int) -> Range<Int> {
    let end = line + 1 < starts.count ? Int(starts[line + 1]) : text.bytes.count
    return Int(starts[line])..<end
  }
}
