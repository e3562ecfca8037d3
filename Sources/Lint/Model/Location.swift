import LintSourceText

/// A place in a file of the project.
package struct Location: Hashable, Sendable, Codable {
  package var path: String
  package var range: SourceRange

  package init(path: String, range: SourceRange) {
    self.path = path
    self.range = range
  }
}
