/// What a front end reads: a file's text as UTF-8, and for a notebook where each cell begins.
///
/// For a notebook the text is the source of its cells, one after the other, each ended by a newline; prose, magics and
/// shell lines are blanked in place, so that every offset keeps its line and column.
public struct SourceText: Sendable {
  public var bytes: [UInt8]
  /// Cells of a notebook, of code and of prose, in order; empty for any other file.
  public var cells: [Cell]

  /// Lines that a notebook passes to a shell, as written; blanked in `bytes`.
  public var commands: [Passage] = []

  /// The Markdown cells of a notebook, as they are written; blanked in `bytes`.
  public var prose: [Passage] = []

  /// A part of a notebook that is not Python.
  public struct Passage: Sendable, Hashable {
    /// Where it begins in the text's `bytes`.
    public var start: UInt32
    public var bytes: [UInt8]

    public init(start: UInt32, bytes: [UInt8]) {
      self.start = start
      self.bytes = bytes
    }
  }

  /// The text with its prose and shell lines as people wrote them: what a report shows.
  public var asWritten: SourceText {
    guard !commands.isEmpty || !prose.isEmpty else { return self }
    var result = self
    for passage in commands + prose {
      let start = Int(passage.start)
      guard start + passage.bytes.count <= bytes.count else { continue }
      result.bytes.replaceSubrange(start..<start + passage.bytes.count, with: passage.bytes)
    }
    return result
  }

  public struct Cell: Sendable, Hashable {
    /// The cell's place among all cells of the notebook, markdown cells included, from 1.
    public var number: Int
    /// Offset of the cell's first byte in `bytes`.
    public var start: UInt32
    /// How many cells had run in its kernel when it last ran, itself included; nil if it never ran.
    public var executionCount: Int?
    /// The error that its stored output shows, unless the cell is marked as one that shall fail.
    public var error: String?

    public init(number: Int, start: UInt32, executionCount: Int? = nil, error: String? = nil) {
      self.number = number
      self.start = start
      self.executionCount = executionCount
      self.error = error
    }
  }

  public init(bytes: [UInt8], cells: [Cell] = []) {
    self.bytes = bytes
    self.cells = cells
  }

  /// The text of a range; bytes outside the file are left out, invalid UTF-8 is repaired.
  public subscript(range: SourceRange) -> String { String(decoding: bytes(in: range), as: UTF8.self) }

  /// The bytes of a range that lie in the file.
  public func bytes(in range: SourceRange) -> ArraySlice<UInt8> { bytes[from: Int(range.start), to: Int(range.end)] }

  /// The bytes from one place to another that lie in the file.
  public func bytes(from start: UInt32, to end: UInt32) -> ArraySlice<UInt8> {
    bytes[from: Int(start), to: Int(end)]
  }
}

extension RandomAccessCollection where Index == Int {
  /// A slice between two offsets that come from different nodes. In a broken tree their order is not certain: where the
  /// end comes first, the slice is empty.
  public subscript(from start: Int, to end: Int) -> SubSequence {
    let upper = Swift.min(Swift.max(end, startIndex), endIndex)
    return self[Swift.min(Swift.max(start, startIndex), upper)..<upper]
  }
}
