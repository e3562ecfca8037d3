/// A file that violates its format.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path as the user gave it.
  public let path: String
  /// What is wrong, in lower case and without a full stop.
  public let problem: String
  /// The expected content.
  public let expected: String
  /// The actual content.
  public let found: String
  /// How to fix it.
  public let advice: String

  /// - Parameters:
  ///   - path: the path as the user gave it.
  ///   - problem: what is wrong, in lower case and without a full stop.
  ///   - expected: the expected content.
  ///   - found: the actual content.
  ///   - advice: how to fix it.
  public init(path: String, _ problem: String, expected: String, found: String, advice: String) {
    self.path = path
    self.problem = problem
    self.expected = expected
    self.found = found
    self.advice = advice
  }

  public var description: String { "\(path): \(problem); expected \(expected), found \(found); \(advice)" }
}
