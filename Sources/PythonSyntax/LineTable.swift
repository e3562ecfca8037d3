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

  /// Takes time linear in the source, eight bytes a step. The source must be followed by eight readable bytes.
  init(_ source: UnsafePointer<UInt8>, count: Int, firstLine: UInt32) {
    starts = []
    starts.reserveCapacity(count / 24 + 8)
    starts.append(firstLine)
    let raw = UnsafeRawPointer(source)
    var offset = Int(firstLine)
    while offset < count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      var hits = Bytewise.matches(word, UInt8(ascii: "\n")) | Bytewise.matches(word, UInt8(ascii: "\r"))
      while hits != 0 {
        let end = offset &+ hits.trailingZeroBitCount / 8
        hits &= hits &- 1
        guard end < count else { return }
        if source[end] == UInt8(ascii: "\r") && source[end &+ 1] == UInt8(ascii: "\n") { continue }
        starts.append(UInt32(truncatingIfNeeded: end &+ 1))
      }
      offset &+= 8
    }
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
