extension Tree {
  /// The number of lines; an empty last line counts.
  public var lineCount: Int { lines.starts.count }

  /// The line, from 1, that holds a byte offset; takes logarithmic time.
  public func line(at offset: UInt32) -> Int { lines.lineIndex(of: offset) + 1 }

  /// The line and column of a byte offset, both from 1, the column in Unicode scalars.
  ///
  /// Takes time logarithmic in the lines and linear in the line's bytes before the offset.
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

  /// The byte offset at which a line begins, the line counted from 1; nil if there is no such line.
  public func start(ofLine line: Int) -> UInt32? {
    lines.starts.indices.contains(line - 1) ? lines.starts[line - 1] : nil
  }

  /// The bytes of a line, counted from 1, without its line end; nil if there is no such line.
  public func range(ofLine line: Int) -> Range<UInt32>? {
    guard let start = start(ofLine: line) else { return nil }
    let bytes = source
    var end = lines.starts.indices.contains(line) ? Int(lines.starts[line]) : bytes.count
    while end > Int(start), bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<UInt32(end)
  }

  /// The range of a parenthesised expression with its outermost own parentheses, or else its own range.
  ///
  /// Takes logarithmic time. The parentheses of a tuple, generator or call belong to the node itself.
  public func parenthesizedRange(of node: Node) -> Range<UInt32> {
    guard node.isParenthesized else { return node.range }
    var range = node.range
    var lower = 0
    var upper = groups.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if groups[middle].upperBound <= range.upperBound { lower = middle + 1 } else { upper = middle }
    }
    while lower < groups.count, onlyTriviaBetween(groups[lower], range) {
      range = groups[lower]
      lower += 1
    }
    return range
  }

  /// Whether a group holds nothing but the inner range, blanks and comments.
  private func onlyTriviaBetween(_ group: Range<UInt32>, _ inner: Range<UInt32>) -> Bool {
    guard group.lowerBound < inner.lowerBound, group.upperBound > inner.upperBound else { return false }
    return isTrivia(group.lowerBound + 1..<inner.lowerBound) && isTrivia(inner.upperBound..<group.upperBound - 1)
  }

  private func isTrivia(_ range: Range<UInt32>) -> Bool {
    let bytes = source
    var cursor = Int(range.lowerBound)
    while cursor < Int(range.upperBound) {
      switch bytes[cursor] {
      case UInt8(ascii: "#"):
        while cursor < bytes.count, bytes[cursor] != UInt8(ascii: "\n"), bytes[cursor] != UInt8(ascii: "\r") {
          cursor += 1
        }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 12, UInt8(ascii: "\\"):
        cursor += 1
      default:
        return false
      }
    }
    return true
  }
}
