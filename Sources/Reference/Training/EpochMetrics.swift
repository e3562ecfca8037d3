/// The metrics of one epoch: a line of `metrics.jsonl`.
public struct EpochMetrics: Codable, Sendable {
  public var kind = "epoch"
  /// The epoch, starting at 1.
  public var epoch: Int
  /// The number of steps of the run so far.
  public var step: Int
  /// The learning rate of the epoch's last step.
  public var learningRate: Float
  /// The mean cross-entropy of the augmented training images in nats, measured while the weights change.
  public var trainingLoss: Double
  /// The accuracy on the augmented training images, 0 to 1.
  public var trainingAccuracy: Double
  /// The mean cross-entropy on the validation split in nats; nil without one.
  public var validationLoss: Double?
  /// The accuracy on the validation split, 0 to 1; nil without one.
  public var validationAccuracy: Double?
  /// The training throughput, without validation.
  public var imagesPerSecond: Double
  /// The elapsed time of the run in seconds.
  public var seconds: Double
}
