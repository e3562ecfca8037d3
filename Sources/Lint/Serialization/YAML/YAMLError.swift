/// An error in a document, with its position.
package struct YAMLError: Error, Hashable, CustomStringConvertible {
  package var mark: Mark
  /// What is wrong, in lower case and without a full stop.
  package var problem: String
  /// What should be there.
  package var expected: String?
  /// What is there instead.
  package var found: String?
  /// What to do.
  package var advice: String?

  package init(
    at mark: Mark, _ problem: String, expected: String? = nil, found: String? = nil, advice: String? = nil
  ) {
    self.mark = mark
    self.problem = problem
    self.expected = expected
    self.found = found
    self.advice = advice
  }

  /// All but the place.
  package var message: String {
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

  package var description: String { "\(mark): \(message)" }
}
