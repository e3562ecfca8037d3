/// What was measured after an epoch. Accuracies are fractions, losses are means over the images, in nats.
public struct RecordedEpoch: Sendable {
  /// The epoch, from 1.
  public let epoch: Int
  /// How many steps of the optimizer were done in all.
  public let step: Int?
  public let learningRate: Double?
  public let trainingLoss: Double?
  public let trainingAccuracy: Double?
  public let holdoutLoss: Double?
  public let holdoutAccuracy: Double?
  public let imagesPerSecond: Double?
  /// Training time since the run began.
  public let seconds: Double?
}

/// What was measured within an epoch.
public struct RecordedStep: Sendable {
  /// How many steps of the optimizer were done in all.
  public let step: Int
  /// The mean loss of the batch, in nats.
  public let loss: Double?
  public let learningRate: Double?
}

extension RecordedEpoch {
  init(_ file: RunFile) throws(ReportError) {
    epoch = try file.required("epoch", "the number of the epoch", file.count)
    step = try file.count("step")
    learningRate = try file.number("learning_rate")
    trainingLoss = try file.number("training_loss")
    trainingAccuracy = try file.fraction("training_accuracy")
    holdoutLoss = try file.number("holdout_loss")
    holdoutAccuracy = try file.fraction("holdout_accuracy")
    imagesPerSecond = try file.number("images_per_second")
    seconds = try file.number("seconds")
  }
}

extension RecordedStep {
  init(_ file: RunFile) throws(ReportError) {
    step = try file.required("step", "the number of the step", file.count)
    loss = try file.number("loss")
    learningRate = try file.number("learning_rate")
  }
}
