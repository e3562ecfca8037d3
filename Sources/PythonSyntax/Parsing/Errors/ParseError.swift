/// A syntax error.
public struct ParseError: Error, Sendable, Hashable {
  /// The range of the error in bytes; empty where something is missing.
  public var range: Range<UInt32>
  /// What was expected and what was found, in lower case and without a full stop.
  public var message: String

  public init(range: Range<UInt32>, message: String) {
    self.range = range
    self.message = message
  }
}
