/// A line and a column, both counted from 1, the column in Unicode scalars.
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
