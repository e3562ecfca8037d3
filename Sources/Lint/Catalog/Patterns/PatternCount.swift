/// The required or allowed number of matches, and the unit.
struct PatternCount: Sendable {
  static let holes = ["count", "limit", "unit"]

  var unit: PatternUnit
  var least: Int?
  var most: Int?

  init?(_ verb: PatternVerb, _ page: PagePattern) {
    guard verb != .forbid else { return nil }
    unit = page.per ?? .file
    least = verb == .require ? page.atLeast?.value ?? 1 : page.atLeast?.value
    most = page.atMost?.value
  }

  /// The bound that a number of matches breaks.
  func broken(by count: Int) -> Int? {
    if let least, count < least { return least }
    if let most, count > most { return most }
    return nil
  }
}
