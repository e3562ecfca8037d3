/// The metrics of one training step: a line of `metrics.jsonl`.
public struct StepMetrics: Codable, Sendable {
  public var kind = "step"
  /// The epoch of the step, starting at 1.
  public var epoch: Int
  /// The step within the run, starting at 1.
  public var step: Int
  /// The mean cross-entropy of the batch in nats, without label smoothing.
  public var loss: Float
  public var learningRate: Float
}
