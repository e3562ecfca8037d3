import FoundationEssentials

/// The result of a finished run: `result.json`. Accuracies are fractions, 0 to 1.
public struct RunResult: Codable, Sendable {
  public var dataset: String
  public var model: String
  public var recipe: String
  public var seed: UInt64
  public var epochs: Int
  /// The epoch of the best checkpoint: the best validation accuracy, or the last epoch without a validation split.
  public var bestEpoch: Int?
  /// The accuracy on the validation split; nil without one.
  public var validationAccuracy: Double?
  /// The accuracy on the official test split.
  public var testAccuracy: Double
  /// The mean cross-entropy on the test split, in nats.
  public var testLoss: Double
  /// The test accuracy without test-time augmentation, if it was enabled.
  public var testAccuracyWithoutAugmentation: Double?
  /// The number of validation images.
  public var validationCount: Int
  /// The number of test images.
  public var testCount: Int
  /// The number of training images.
  public var trainingCount: Int
  /// The number of trainable parameters; for k-nearest neighbors, the number of stored pixels.
  public var parameters: Int
  /// The number of multiply-adds per image.
  public var multiplyAdds: Int
  /// The duration of the run in seconds, including evaluation.
  public var seconds: Double
  /// The training throughput; the inference throughput for models without training.
  public var imagesPerSecond: Double
  /// The end of the run, as ISO 8601 in UTC.
  public var finishedAt: String
  public var classNames: [String]
  /// (classes, classes): the number of test images by true class (row) and predicted class (column).
  public var confusion: [[Int]]
}

extension RunResult {
  /// The result of an evaluation on the test split; values that only training knows are 0 or nil.
  init(_ configuration: TrainingConfiguration, _ data: TrainingData, test: Evaluation) {
    self.init(
      dataset: configuration.dataset, model: configuration.model, recipe: configuration.recipe,
      seed: configuration.seed, epochs: configuration.epochs, testAccuracy: test.accuracy, testLoss: test.loss,
      validationCount: data.validation?.count ?? 0, testCount: data.test.count, trainingCount: data.training.count,
      parameters: 0, multiplyAdds: 0, seconds: 0, imagesPerSecond: 0, finishedAt: Date().formatted(.iso8601),
      classNames: data.test.classNames, confusion: test.confusion)
  }
}
