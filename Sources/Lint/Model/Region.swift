import LintSourceText

/// Code that runs conditionally or repeatedly; it determines whether a call is guarded or in a loop.
public struct Region: Sendable {
  public enum Kind: Sendable {
    case loop
    /// A branch, its `else` included.
    case branch
  }

  public var kind: Kind
  /// The body of a loop; of a branch the whole statement or expression.
  public var range: SourceRange
  /// What a branch tests; empty for a loop.
  public var test: SourceRange

  public init(_ kind: Kind, range: SourceRange, test: SourceRange = .fileStart) {
    self.kind = kind
    self.range = range
    self.test = test
  }
}
