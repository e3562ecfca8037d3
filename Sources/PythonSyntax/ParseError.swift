/// One thing wrong with the source.
public struct ParseError: Error, Sendable, Hashable {
  /// The bytes at fault; empty where something is missing.
  public var range: Range<UInt32>
  /// What was expected and what was found: lower case, no full stop.
  public var message: String

  public init(range: Range<UInt32>, message: String) {
    self.range = range
    self.message = message
  }
}
