import Foundation

/// What a finished run reached: `result.json`. Accuracies are shares, 0 ... 1.
public struct RunResult: Codable, Sendable {
  public var dataset: String
  public var model: String
  public var recipe: String
  public var seed: UInt64
  public var epochs: Int
  /// The epoch whose weights were kept: the best on the hold-out, or the last one where there is no hold-out.
  public var bestEpoch: Int?
  /// On images of the training split that trained nothing. Easier than the test split where that comes from other hands.
  public var holdoutAccuracy: Double?
  /// On the official test split, which nothing was chosen by.
  public var testAccuracy: Double
  public var testLoss: Double
  /// The accuracy without test-time shifts, where these were asked for.
  public var testAccuracyWithoutShifts: Double?
  /// How many images the accuracies are of.
  public var holdoutCount: Int
  public var testCount: Int
  public var trainingCount: Int
  /// How many numbers the model holds.
  public var parameters: Int
  /// How many multiplications with an addition one image costs.
  public var multiplyAdds: Int
  /// How long the run took, in seconds, evaluations included.
  public var seconds: Double
  /// The speed of training; of reading, where nothing is trained.
  public var imagesPerSecond: Double
  /// When it was done, as ISO 8601 in UTC.
  public var finished: String
  public var classNames: [String]
  /// How many test images there are of each true class (row) that were taken for each class (column).
  public var confusion: [[Int]]
}

extension RunResult {
  /// The result of one evaluation of the test split; what only a training knows is left at nothing.
  init(_ configuration: TrainingConfiguration, _ data: TrainingData, test: Evaluation) {
    self.init(
      dataset: configuration.dataset, model: configuration.model, recipe: configuration.recipe,
      seed: configuration.seed, epochs: configuration.epochs, testAccuracy: test.accuracy, testLoss: test.loss,
      holdoutCount: data.holdout?.count ?? 0, testCount: data.test.count, trainingCount: data.training.count,
      parameters: 0, multiplyAdds: 0, seconds: 0, imagesPerSecond: 0, finished: Date().formatted(.iso8601),
      classNames: data.test.classNames, confusion: test.confusion)
  }
}
