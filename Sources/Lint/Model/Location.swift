import LintSourceText

/// A place in a file of the project.
public struct Location: Hashable, Sendable, Codable {
  public var path: String
  public var range: SourceRange

  public init(path: String, range: SourceRange) {
    self.path = path
    self.range = range
  }
}
