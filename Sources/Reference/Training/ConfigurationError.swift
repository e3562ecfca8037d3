/// Invalid hyperparameters or options, all reported at once.
public struct ConfigurationError: Error, CustomStringConvertible {
  /// One message per problem: the option, its valid values and the given one.
  public let problems: [String]

  public init(problems: [String]) { self.problems = problems }

  public var description: String { problems.joined(separator: "\n  ") }
}
