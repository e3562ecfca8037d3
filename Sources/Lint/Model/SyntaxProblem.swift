import LintSourceText

/// A place where a file does not follow its language's grammar.
package struct SyntaxProblem: Sendable {
  package var message: String
  package var range: SourceRange

  package init(message: String, range: SourceRange) {
    self.message = message
    self.range = range
  }
}
