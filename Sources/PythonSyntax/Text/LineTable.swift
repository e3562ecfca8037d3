#if canImport(Glibc)
  import Glibc
#endif

/// The offsets at which lines begin. Lines end at `\n`, `\r\n` or `\r`.
struct LineTable: Sendable {
  private(set) var starts: [UInt32]

  /// Takes time linear in the source. The source must be followed by a readable byte.
  init(_ source: UnsafePointer<UInt8>, count: Int, firstLine: UInt32) {
    starts = []
    starts.reserveCapacity(count / 24 + 8)
    starts.append(firstLine)
    var offset = Int(firstLine)
    // A byte that does not occur is searched for only once.
    var nextReturn = LineTable.next(UInt8(ascii: "\r"), source, offset, count)
    while offset < count {
      let nextFeed = LineTable.next(UInt8(ascii: "\n"), source, offset, nextReturn)
      if nextFeed < nextReturn {
        offset = nextFeed + 1
      } else {
        guard nextReturn < count else { return }
        offset = nextReturn + (source[nextReturn + 1] == UInt8(ascii: "\n") ? 2 : 1)
        nextReturn = LineTable.next(UInt8(ascii: "\r"), source, min(offset, count), count)
      }
      starts.append(UInt32(truncatingIfNeeded: offset))
    }
  }

  /// The next offset of a byte; `end` if there is none.
  private static func next(_ byte: UInt8, _ source: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end, let found = memchr(source + start, Int32(byte), end - start) else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(source)
  }

  /// The index, from 0, of the line that contains an offset; takes logarithmic time.
  func lineIndex(of offset: UInt32) -> Int {
    var lower = 0
    var upper = starts.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if starts[middle] <= offset { lower = middle } else { upper = middle }
    }
    return lower
  }
}
