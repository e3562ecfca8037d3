/// Logs metrics as an offline Weights & Biases run, which `wandb sync` uploads.
final class WandBLogger: TrainingCallback {
  private let directory: RunDirectory
  private var writer: WandBWriter?

  init(_ directory: RunDirectory) { self.directory = directory }

  func trainingDidBegin(_ trainer: Trainer) throws {
    writer = try WandBWriter(directory: directory.path, configuration: trainer.configuration, isResumed: true)
  }

  func stepDidEnd(_ metrics: StepMetrics, _ trainer: Trainer) throws {
    guard trainer.isLoggedStep else { return }
    try writer?.history(
      ["loss/step": Double(metrics.loss), "learning_rate": Double(metrics.learningRate)], step: metrics.step)
  }

  func epochDidEnd(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws {
    var values = [
      "epoch": Double(metrics.epoch), "loss/training": metrics.trainingLoss,
      "accuracy/training": metrics.trainingAccuracy, "images_per_second": metrics.imagesPerSecond,
    ]
    values["loss/validation"] = metrics.validationLoss
    values["accuracy/validation"] = metrics.validationAccuracy
    try writer?.history(values, step: metrics.step)
  }

  func trainingDidEnd(_ result: RunResult, mistakes: [Mistake]) throws {
    var summary = ["test_accuracy": result.testAccuracy, "test_loss": result.testLoss]
    summary["validation_accuracy"] = result.validationAccuracy
    try writer?.finish(summary: summary)
  }
}
