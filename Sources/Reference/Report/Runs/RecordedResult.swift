import Foundation

/// What a finished run came to.
public struct RecordedResult: Sendable {
  public let dataset: String?
  public let model: String?
  public let recipe: String?
  public let seed: String?
  public let epochs: Int?
  public let bestEpoch: Int?
  /// The accuracy on the part of the training split that was held out, as a fraction.
  public let holdoutAccuracy: Double?
  /// The accuracy on the test split, as a fraction.
  public let testAccuracy: Double?
  /// The test accuracy without test-time shifts, where these were used.
  public let testAccuracyWithoutShifts: Double?
  /// The mean loss on the test split, in nats.
  public let testLoss: Double?
  public let parameters: Int?
  /// Multiplications with an addition that one image costs.
  public let multiplyAdds: Int?
  /// How long the run took, evaluations included.
  public let seconds: Double?
  public let imagesPerSecond: Double?
  /// When the run ended, as the file writes it (ISO 8601).
  public let finished: String?
  /// How the test images of each class were read.
  public let confusion: ConfusionMatrix?
}

extension RecordedResult {
  /// Reads result.json; nil if the run has none yet.
  init?(reading folder: URL) throws(ReportError) {
    guard let value = try RunFile.value(of: "result.json", in: folder) else { return nil }
    let file = try RunFile(value, path: folder.appending(path: "result.json").relativePath, key: "result")
    dataset = try file.text("dataset")
    model = try file.text("model")
    recipe = try file.text("recipe")
    seed = file.fields["seed"]?.plainText
    epochs = try file.count("epochs")
    bestEpoch = try file.count("best_epoch")
    holdoutAccuracy = try file.fraction("holdout_accuracy")
    testAccuracy = try file.fraction("test_accuracy")
    testAccuracyWithoutShifts = try file.fraction("test_accuracy_without_shifts")
    testLoss = try file.number("test_loss")
    parameters = try file.count("parameters")
    multiplyAdds = try file.count("multiply_adds")
    seconds = try file.number("seconds")
    imagesPerSecond = try file.number("images_per_second")
    finished = try file.text("finished")
    guard let counts = try file.matrix("confusion"), let located = file.fields["confusion"] else {
      confusion = nil
      return
    }
    let names = try file.texts("class_names") ?? counts.indices.map { "\($0)" }
    guard let matrix = ConfusionMatrix(classNames: names, counts: counts) else {
      throw .wrongValue(
        path: file.path, line: located.line, key: "confusion", expected: "\(names.count) rows of \(names.count) counts",
        found: "\(counts.count) rows of \(Set(counts.map(\.count)).sorted().map { "\($0)" }.joined(separator: " or "))")
    }
    confusion = matrix
  }
}
