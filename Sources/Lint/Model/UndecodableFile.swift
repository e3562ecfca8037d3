/// Why a file's bytes cannot be read as text of its kind.
public struct UndecodableFile: Error, Sendable {
  /// What is wrong and what was expected, in the voice of a finding.
  public var message: String

  public init(message: String) { self.message = message }
}
