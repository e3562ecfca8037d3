import LintSourceText

/// Code extracted from a text line by line, with the position of each line.
public struct ExampleText: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Where each line begins here and in the file.
  private var lines: [(start: UInt32, place: UInt32)] = []

  public init() {}

  public var isEmpty: Bool { bytes.isEmpty }

  /// Adds a line that is at an offset of the file, without its ending.
  public mutating func add(_ line: ArraySlice<UInt8>, at place: Int) {
    lines.append((UInt32(bytes.count), UInt32(place)))
    bytes += line
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Takes back all lines from an offset on.
  public mutating func cut(to start: Int) {
    bytes.removeSubrange(min(start, bytes.count)...)
    lines.removeAll { $0.start >= start }
  }

  /// Where a range is in the file.
  public func range(of range: SourceRange) -> SourceRange {
    let start = place(of: range.start)
    let end = range.isEmpty ? start : place(of: range.end - 1) + 1
    return SourceRange(start: start, end: max(start, end))
  }

  private func place(of offset: UInt32) -> UInt32 {
    var low = 0
    var high = lines.count
    guard high > 0 else { return 0 }
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= offset { low = middle } else { high = middle }
    }
    return lines[low].place + (offset - lines[low].start)
  }
}
