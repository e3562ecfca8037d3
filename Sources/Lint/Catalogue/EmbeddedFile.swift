/// A file of `Rules/` inside the binary.
public struct EmbeddedFile: Sendable {
  /// From the repository's root: `Rules/naming/inconsistent-name.yml`.
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
