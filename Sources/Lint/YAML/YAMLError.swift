/// What is wrong with a document, and where.
public struct YAMLError: Error, Hashable, CustomStringConvertible {
  public var mark: Mark
  /// What is wrong, in lower case and without a full stop.
  public var problem: String
  /// What should stand there.
  public var expected: String?
  /// What stands there instead.
  public var found: String?
  /// What to do.
  public var advice: String?

  public init(
    at mark: Mark, _ problem: String, expected: String? = nil, found: String? = nil, advice: String? = nil
  ) {
    self.mark = mark
    self.problem = problem
    self.expected = expected
    self.found = found
    self.advice = advice
  }

  /// All but the place.
  public var message: String {
    var parts = [problem]
    switch (expected, found) {
    case (let expected?, let found?): parts.append("expected \(expected), found \(found)")
    case (let expected?, nil): parts.append("expected \(expected)")
    case (nil, let found?): parts.append("found \(found)")
    case (nil, nil): break
    }
    if let advice { parts.append(advice) }
    return parts.joined(separator: "; ")
  }

  public var description: String { "\(mark): \(message)" }
}
