import LintSourceText

/// A syntax error in a file.
public struct SyntaxProblem: Sendable {
  public var message: String
  public var range: SourceRange

  public init(message: String, range: SourceRange) {
    self.message = message
    self.range = range
  }
}
