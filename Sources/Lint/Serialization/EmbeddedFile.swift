/// A file of `Rules/` inside the binary.
package struct EmbeddedFile: Sendable {
  /// From the repository's root: `Rules/naming/inconsistent-name.yml`.
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
