/// Where the true accuracy lies, given how many images it was measured on: Wilson's score interval (1927) at 95 %.
///
/// It says what chance in the choice of test images allows; it says nothing of other seeds.
public struct ConfidenceInterval: Sendable, Equatable {
  /// The lower end, as a fraction.
  public let lower: Double
  /// The upper end, as a fraction.
  public let upper: Double

  /// - Parameters:
  ///   - accuracy: the fraction that was read right.
  ///   - count: how many images it was measured on; nothing follows from none.
  public init?(accuracy: Double, count: Int) {
    guard count > 0, (0...1).contains(accuracy) else { return nil }
    let images = Double(count)
    let squaredScore = 1.959964 * 1.959964  // the normal distribution holds 95 % within 1.96 deviations
    let centre = (accuracy + squaredScore / (2 * images)) / (1 + squaredScore / images)
    let variance = accuracy * (1 - accuracy) / images + squaredScore / (4 * images * images)
    let reach = (squaredScore * variance).squareRoot() / (1 + squaredScore / images)
    lower = max(0, centre - reach)
    upper = min(1, centre + reach)
  }
}
