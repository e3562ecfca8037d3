/// The metrics of one step, read from metrics.jsonl.
public struct RecordedStep: Sendable {
  /// The step within the run, starting at 1.
  public let step: Int
  /// The mean loss of the batch in nats.
  public let loss: Double?
  public let learningRate: Double?
}

extension RecordedStep {
  init(_ file: RunFile) throws(ReportError) {
    step = try file.required("step", "the step", file.count)
    loss = try file.number("loss")
    learningRate = try file.number("learning_rate")
  }
}
