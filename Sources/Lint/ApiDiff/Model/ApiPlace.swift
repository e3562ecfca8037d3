import LintSourceText

/// Where a symbol is declared: enough to point at it in the file, or in a snapshot of an older state.
package struct ApiPlace: Sendable, Codable, Hashable {
  package var path: String
  package var range: SourceRange
  /// From 1; 0 if unknown.
  package var line: Int

  package init(path: String, range: SourceRange = .fileStart, line: Int = 0) {
    self.path = path
    self.range = range
    self.line = line
  }

  /// `path:line`.
  package var text: String { "\(path):\(max(line, 1))" }
}
