/// What one step showed: a line of `metrics.jsonl`.
public struct StepMetrics: Codable, Sendable {
  public var kind = "step"
  /// The epoch that the step belongs to, from 1.
  public var epoch: Int
  /// The number of the step within the run, from 1.
  public var step: Int
  /// The mean loss of the step's images.
  public var loss: Float
  public var learningRate: Float
}

/// What one epoch showed: a line of `metrics.jsonl`.
public struct EpochMetrics: Codable, Sendable {
  public var kind = "epoch"
  /// The number of the epoch, from 1.
  public var epoch: Int
  /// How many steps the run has done.
  public var step: Int
  /// The learning rate of the epoch's last step.
  public var learningRate: Float
  /// The mean loss over the epoch's training images, as they were seen: altered, by weights that changed meanwhile.
  public var trainingLoss: Double
  /// The share of them that was taken for what it is, 0 ... 1.
  public var trainingAccuracy: Double
  public var holdoutLoss: Double?
  public var holdoutAccuracy: Double?
  /// The speed of the steps, without the reading of the hold-out.
  public var imagesPerSecond: Double
  /// How long the run has taken so far, in seconds.
  public var seconds: Double
}
