import LintSourceText

/// A syntax error in a file.
public struct SyntaxProblem: Sendable {
  public var message: String
  public var range: SourceRange
  /// Whether the file may be valid, but exceeds what mllint reads.
  public var isLimit: Bool

  public init(message: String, range: SourceRange, isLimit: Bool = false) {
    self.message = message
    self.range = range
    self.isLimit = isLimit
  }
}
