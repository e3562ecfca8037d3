/// Why the bytes of a file are not what its format says.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as the user named it.
  public let path: String
  /// What is wrong, in lower case and without a full stop.
  public let problem: String
  /// What should stand there.
  public let expected: String
  /// What stands there instead.
  public let found: String
  /// What to do.
  public let advice: String

  /// - Parameters:
  ///   - path: the file, as the user named it.
  ///   - problem: what is wrong, in lower case and without a full stop.
  ///   - expected: what should stand there.
  ///   - found: what stands there instead.
  ///   - advice: what to do.
  public init(path: String, _ problem: String, expected: String, found: String, advice: String) {
    self.path = path
    self.problem = problem
    self.expected = expected
    self.found = found
    self.advice = advice
  }

  public var description: String { "\(path): \(problem); expected \(expected), found \(found); \(advice)" }
}
