/// The 95 % confidence interval of an accuracy: Wilson's score interval (Wilson 1927).
///
/// It reflects the random choice of test images only, not the variation between seeds.
public struct ConfidenceInterval: Sendable, Equatable {
  /// The lower bound, as a fraction.
  public let lower: Double
  /// The upper bound, as a fraction.
  public let upper: Double

  /// - Parameters:
  ///   - accuracy: the fraction of correctly classified images, 0 to 1.
  ///   - count: the number of images. The interval is nil if it is 0.
  public init?(accuracy: Double, count: Int) {
    guard count > 0, (0...1).contains(accuracy) else { return nil }
    let images = Double(count)
    let squaredScore = 1.959964 * 1.959964  // the 97.5 % quantile of the standard normal distribution
    let center = (accuracy + squaredScore / (2 * images)) / (1 + squaredScore / images)
    let variance = accuracy * (1 - accuracy) / images + squaredScore / (4 * images * images)
    let halfWidth = (squaredScore * variance).squareRoot() / (1 + squaredScore / images)
    lower = max(0, center - halfWidth)
    upper = min(1, center + halfWidth)
  }
}
