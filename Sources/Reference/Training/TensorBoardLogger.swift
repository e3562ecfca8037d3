import FoundationEssentials

/// Logs metrics, weight histograms and misclassified images for TensorBoard.
final class TensorBoardLogger: TrainingCallback {
  /// The number of mistakes logged as images.
  private static let imageLimit = 16
  private let directory: RunDirectory
  private var writer: TensorBoardWriter?
  private var lastStep = 0

  init(_ directory: RunDirectory) { self.directory = directory }

  /// Starts a new event file, also for a resumed run.
  func trainingDidBegin(_ trainer: Trainer) throws {
    lastStep = trainer.state.step
    writer = try TensorBoardWriter(directory: directory.path)
  }

  func stepDidEnd(_ metrics: StepMetrics, _ trainer: Trainer) throws {
    guard trainer.isLoggedStep else { return }
    try writer?.scalar("loss/step", metrics.loss, step: metrics.step)
    try writer?.scalar("learning_rate", metrics.learningRate, step: metrics.step)
  }

  func epochDidEnd(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws {
    lastStep = metrics.step
    try writer?.scalar("loss/training", Float(metrics.trainingLoss), step: metrics.step)
    try writer?.scalar("accuracy/training", Float(metrics.trainingAccuracy), step: metrics.step)
    if let loss = metrics.validationLoss { try writer?.scalar("loss/validation", Float(loss), step: metrics.step) }
    if let accuracy = metrics.validationAccuracy {
      try writer?.scalar("accuracy/validation", Float(accuracy), step: metrics.step)
    }
    try writer?.scalar("images_per_second", Float(metrics.imagesPerSecond), step: metrics.step)
    for (name, parameter) in trainer.network.namedParameters {
      try writer?.histogram("weights/\(name)", parameter.value.values, step: metrics.step)
    }
    try writer?.flush()
  }

  func trainingDidEnd(_ result: RunResult, mistakes: [Mistake]) throws {
    try writer?.scalar("accuracy/test", Float(result.testAccuracy), step: lastStep)
    try writer?.scalar("loss/test", Float(result.testLoss), step: lastStep)
    for (rank, mistake) in mistakes.prefix(Self.imageLimit).enumerated() {
      let (label, predicted) = (result.classNames[mistake.label], result.classNames[mistake.predicted])
      try writer?.image(
        "mistakes/\(rank + 1): \(label) predicted as \(predicted)", height: mistake.height, width: mistake.width,
        pixels: Array(Data(base64Encoded: mistake.pixels) ?? Data()), step: lastStep)
    }
    try writer?.flush()
  }
}
