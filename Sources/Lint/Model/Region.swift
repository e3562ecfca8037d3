import LintSourceText

/// A stretch of code that runs under a test, or again and again: what tells whether a call is guarded or in a loop.
package struct Region: Sendable {
  package enum Kind: Sendable {
    case loop
    /// A branch, its `else` included.
    case branch
  }

  package var kind: Kind
  /// The body of a loop; of a branch the whole statement or expression.
  package var range: SourceRange
  /// What a branch tests; empty for a loop.
  package var test: SourceRange

  package init(_ kind: Kind, range: SourceRange, test: SourceRange = .fileStart) {
    self.kind = kind
    self.range = range
    self.test = test
  }
}
