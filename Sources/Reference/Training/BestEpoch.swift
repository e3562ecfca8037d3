/// The epoch with the best validation accuracy; the last epoch without a validation split.
public struct BestEpoch: Codable, Equatable, Sendable {
  /// The epoch, starting at 1.
  public var epoch: Int
  /// The validation accuracy, 0 to 1.
  public var validationAccuracy: Double?
  /// The validation loss, which breaks ties.
  public var validationLoss: Double?

  /// Whether the weights of this epoch replace those of `other`.
  func isBetter(than other: BestEpoch?) -> Bool {
    guard let other, let accuracy = validationAccuracy, let otherAccuracy = other.validationAccuracy else {
      return true
    }
    if accuracy != otherAccuracy { return accuracy > otherAccuracy }
    return (validationLoss ?? 0) < (other.validationLoss ?? 0)
  }
}
