import Foundation

/// Writes the run as an offline run of Weights & Biases, which `wandb sync` uploads.
final class WandBRecord: RunObserver {
  private let folder: RunFolder
  private var writer: WandBWriter?

  init(_ folder: RunFolder) { self.folder = folder }

  func runBegan(_ trainer: Trainer) throws {
    writer = try WandBWriter(
      folder: folder.url, name: folder.url.lastPathComponent, configuration: trainer.configuration, isResumed: true)
  }

  func stepDone(_ metrics: StepMetrics, _ trainer: Trainer) throws {
    guard trainer.isRecordedStep else { return }
    try writer?.history(
      ["loss/step": Double(metrics.loss), "learning_rate": Double(metrics.learningRate)], step: metrics.step)
  }

  func epochDone(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws {
    var values = [
      "epoch": Double(metrics.epoch), "loss/training": metrics.trainingLoss,
      "accuracy/training": metrics.trainingAccuracy, "images_per_second": metrics.imagesPerSecond,
    ]
    values["loss/holdout"] = metrics.holdoutLoss
    values["accuracy/holdout"] = metrics.holdoutAccuracy
    try writer?.history(values, step: metrics.step)
  }

  func runFinished(_ result: RunResult, mistakes: [Mistake]) throws {
    var summary = ["test_accuracy": result.testAccuracy, "test_loss": result.testLoss]
    summary["holdout_accuracy"] = result.holdoutAccuracy
    try writer?.finish(summary: summary)
  }
}
