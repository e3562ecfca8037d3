/// Why a file's bytes cannot be read as text of its kind.
package struct UndecodableFile: Error, Sendable {
  /// What is wrong and what was expected, in the voice of a finding.
  package var message: String

  package init(message: String) { self.message = message }
}
