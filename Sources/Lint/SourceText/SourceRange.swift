/// A half-open range of byte offsets into a `SourceText`.
public struct SourceRange: Hashable, Codable, Sendable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset just after the last byte.
  public var end: UInt32

  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// An empty range at the start of a file: where findings about a whole file point.
  public static let fileStart = SourceRange(start: 0, end: 0)

  public var isEmpty: Bool { start >= end }

  public func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }
}

extension SourceRange: Comparable {
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
