// Comments.

extension Parser {
  mutating func skipComment() {
    let start = position
    position = endOfLine(from: position + 1)
    comments.append(UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: position))
  }

  /// The offset of the next line end or of the end of the source.
  func endOfLine(from start: Int) -> Int {
    let raw = UnsafeRawPointer(source)
    var offset = start
    while offset < count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let hits = Bytewise.matches(word, UInt8(ascii: "\n")) | Bytewise.matches(word, UInt8(ascii: "\r"))
      if hits != 0 { return min(offset &+ hits.trailingZeroBitCount / 8, count) }
      offset &+= 8
    }
    return count
  }
}
