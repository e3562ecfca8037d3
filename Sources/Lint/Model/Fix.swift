import LintSourceText

/// A change that fixes a finding.
package struct Fix: Sendable {
  package struct Edit: Sendable {
    package var range: SourceRange
    package var replacement: String

    package init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What the change does, in the imperative.
  package var title: String
  /// Safe: the program does the same. Otherwise only with --unsafe-fixes.
  package var isSafe: Bool
  package var edits: [Edit]

  package init(_ title: String, isSafe: Bool, edits: [Edit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}
