import LintSourceText

/// A place where a file does not follow its language's grammar.
public struct SyntaxProblem: Sendable {
  public var message: String
  public var range: SourceRange

  public init(message: String, range: SourceRange) {
    self.message = message
    self.range = range
  }
}
