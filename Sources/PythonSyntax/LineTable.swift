#if canImport(Glibc)
  import Glibc
#endif

/// A place as people count it: both numbers from 1, the column in Unicode scalars.
@frozen
public struct SourcePosition: Sendable, Hashable, Comparable {
  public var line: Int
  public var column: Int

  @inlinable
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  @inlinable
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Where the lines of a source begin. Lines end at `\n`, `\r\n` and `\r`.
struct LineTable: Sendable {
  private(set) var starts: [UInt32]

  /// Takes time linear in the source. The source must be followed by a readable byte.
  init(_ source: UnsafePointer<UInt8>, count: Int, firstLine: UInt32) {
    starts = []
    starts.reserveCapacity(count / 24 + 8)
    starts.append(firstLine)
    var offset = Int(firstLine)
    // A sign that is not there is looked for once.
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

  /// The next place of a byte; `end` where there is none.
  private static func next(_ byte: UInt8, _ source: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end, let found = memchr(source + start, Int32(byte), end - start) else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(source)
  }

  /// The index of the line that holds an offset, from 0; takes logarithmic time.
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
