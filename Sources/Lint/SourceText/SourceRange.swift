/// A half-open range of byte offsets into a `SourceText`.
package struct SourceRange: Hashable, Codable, Sendable {
  /// Offset of the first byte.
  package var start: UInt32
  /// Offset just after the last byte.
  package var end: UInt32

  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// An empty range at the start of a file: where findings about a whole file point.
  package static let fileStart = SourceRange(start: 0, end: 0)

  package var isEmpty: Bool { start >= end }

  package func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }
}

extension SourceRange: Comparable {
  package static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
