/// Why a file's bytes cannot be read as text of its kind.
public struct UndecodableFile: Error, Sendable {
  /// What is wrong and what was expected, phrased like a finding's message.
  public var message: String

  public init(message: String) { self.message = message }
}
