/// Where a run stands: with the weights and the optimizer's memory, all that a resumed run needs.
public struct TrainingState: Codable, Equatable, Sendable {
  /// The epoch in progress, from 1; one more than there are when all are done.
  public var epoch = 1
  /// How many steps of this epoch are done.
  public var stepInEpoch = 0
  /// How many steps of the run are done.
  public var step = 0
  /// The sum of the losses of this epoch's images.
  public var lossSum = 0.0
  /// How many of this epoch's images were taken for what they are.
  public var correct = 0
  /// How many images this epoch has seen.
  public var seen = 0
  /// How long the steps of this epoch took, in seconds.
  public var epochSeconds = 0.0
  /// How long all steps so far took, in seconds.
  public var trainingSeconds = 0.0
  /// How long the run took so far, hold-outs included, without pauses between processes, in seconds.
  public var seconds = 0.0
  /// The epoch whose weights are kept.
  public var best: BestEpoch?

  public init() {}

  mutating func beginEpoch() {
    epoch += 1
    (stepInEpoch, lossSum, correct, seen, epochSeconds) = (0, 0, 0, 0, 0)
  }
}

/// The epoch that the hold-out speaks for; the last one where there is no hold-out.
public struct BestEpoch: Codable, Equatable, Sendable {
  /// Its number, from 1.
  public var epoch: Int
  /// The share of the hold-out that was taken for what it is.
  public var holdoutAccuracy: Double?
  /// The loss on the hold-out, which decides between equal accuracies.
  public var holdoutLoss: Double?

  /// Whether this epoch's weights replace those of `other`.
  func isBetter(than other: BestEpoch?) -> Bool {
    guard let other, let accuracy = holdoutAccuracy, let otherAccuracy = other.holdoutAccuracy else { return true }
    if accuracy != otherAccuracy { return accuracy > otherAccuracy }
    return (holdoutLoss ?? 0) < (other.holdoutLoss ?? 0)
  }
}
