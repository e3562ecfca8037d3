import LintSourceText

/// A change that fixes a finding.
public struct Fix: Sendable {
  public struct Edit: Sendable {
    public var range: SourceRange
    public var replacement: String

    public init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What the change does, in the imperative.
  public var title: String
  /// Safe: the program does the same. Otherwise only with --unsafe-fixes.
  public var isSafe: Bool
  public var edits: [Edit]

  public init(_ title: String, isSafe: Bool, edits: [Edit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}
