import Foundation

/// Writes the run as events that TensorBoard shows: curves, weights and mistakes.
final class TensorBoardRecord: RunObserver {
  /// How many mistakes are shown as images.
  private static let imageLimit = 16
  private let folder: RunFolder
  private var writer: TensorBoardWriter?
  private var lastStep = 0

  init(_ folder: RunFolder) { self.folder = folder }

  /// Begins an event file of its own: a run that is resumed continues in a new one.
  func runBegan(_ trainer: Trainer) throws {
    lastStep = trainer.state.step
    writer = try TensorBoardWriter(folder: folder.url)
  }

  func stepDone(_ metrics: StepMetrics, _ trainer: Trainer) throws {
    guard trainer.isRecordedStep else { return }
    try writer?.scalar("loss/step", metrics.loss, step: metrics.step)
    try writer?.scalar("learning_rate", metrics.learningRate, step: metrics.step)
  }

  func epochDone(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws {
    lastStep = metrics.step
    try writer?.scalar("loss/training", Float(metrics.trainingLoss), step: metrics.step)
    try writer?.scalar("accuracy/training", Float(metrics.trainingAccuracy), step: metrics.step)
    if let loss = metrics.holdoutLoss { try writer?.scalar("loss/holdout", Float(loss), step: metrics.step) }
    if let accuracy = metrics.holdoutAccuracy {
      try writer?.scalar("accuracy/holdout", Float(accuracy), step: metrics.step)
    }
    try writer?.scalar("images_per_second", Float(metrics.imagesPerSecond), step: metrics.step)
    for (name, parameter) in trainer.network.namedParameters {
      try writer?.histogram("weights/\(name)", parameter.value.values, step: metrics.step)
    }
    try writer?.flush()
  }

  func runFinished(_ result: RunResult, mistakes: [Mistake]) throws {
    try writer?.scalar("accuracy/test", Float(result.testAccuracy), step: lastStep)
    try writer?.scalar("loss/test", Float(result.testLoss), step: lastStep)
    for (rank, mistake) in mistakes.prefix(Self.imageLimit).enumerated() {
      let (label, predicted) = (result.classNames[mistake.label], result.classNames[mistake.predicted])
      try writer?.image(
        "mistakes/\(rank + 1): \(label) taken for \(predicted)", height: mistake.height, width: mistake.width,
        pixels: Array(Data(base64Encoded: mistake.pixels) ?? Data()), step: lastStep)
    }
    try writer?.flush()
  }
}
