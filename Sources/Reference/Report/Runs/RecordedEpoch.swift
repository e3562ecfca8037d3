/// The metrics of one epoch, read from metrics.jsonl. Accuracies are fractions; losses are means in nats.
public struct RecordedEpoch: Sendable {
  /// The epoch, starting at 1.
  public let epoch: Int
  /// The number of steps of the run so far.
  public let step: Int?
  public let learningRate: Double?
  public let trainingLoss: Double?
  public let trainingAccuracy: Double?
  public let validationLoss: Double?
  public let validationAccuracy: Double?
  /// The training throughput.
  public let imagesPerSecond: Double?
  /// The elapsed time of the run in seconds.
  public let seconds: Double?
}

extension RecordedEpoch {
  init(_ file: RunFile) throws(ReportError) {
    epoch = try file.required("epoch", "the epoch", file.count)
    step = try file.count("step")
    learningRate = try file.number("learning_rate")
    trainingLoss = try file.number("training_loss")
    trainingAccuracy = try file.fraction("training_accuracy")
    validationLoss = try file.number("validation_loss")
    validationAccuracy = try file.fraction("validation_accuracy")
    imagesPerSecond = try file.number("images_per_second")
    seconds = try file.number("seconds")
  }
}
