/// The result of a finished run, read from result.json.
public struct RecordedResult: Sendable {
  public let dataset: String?
  public let model: String?
  public let recipe: String?
  public let seed: String?
  public let epochs: Int?
  public let bestEpoch: Int?
  /// The accuracy on the validation split, as a fraction.
  public let validationAccuracy: Double?
  /// The accuracy on the test split, as a fraction.
  public let testAccuracy: Double?
  /// The test accuracy without test-time augmentation, if it was enabled.
  public let testAccuracyWithoutAugmentation: Double?
  /// The mean cross-entropy on the test split, in nats.
  public let testLoss: Double?
  /// The number of trainable parameters.
  public let parameters: Int?
  /// The number of multiply-adds per image.
  public let multiplyAdds: Int?
  /// The duration of the run in seconds, including evaluation.
  public let seconds: Double?
  /// The training throughput.
  public let imagesPerSecond: Double?
  /// The end of the run, as ISO 8601.
  public let finishedAt: String?
  /// The confusion matrix of the test split.
  public let confusion: ConfusionMatrix?
}

extension RecordedResult {
  /// Reads result.json; nil if the run has none yet.
  init?(reading directory: FilePath) throws(ReportError) {
    guard let value = try RunFile.value(of: "result.json", in: directory) else { return nil }
    let file = try RunFile(value, path: directory.appending("result.json").string, key: "result")
    dataset = try file.text("dataset")
    model = try file.text("model")
    recipe = try file.text("recipe")
    seed = file.fields["seed"]?.plainText
    epochs = try file.count("epochs")
    bestEpoch = try file.count("best_epoch")
    validationAccuracy = try file.fraction("validation_accuracy")
    testAccuracy = try file.fraction("test_accuracy")
    testAccuracyWithoutAugmentation = try file.fraction("test_accuracy_without_augmentation")
    testLoss = try file.number("test_loss")
    parameters = try file.count("parameters")
    multiplyAdds = try file.count("multiply_adds")
    seconds = try file.number("seconds")
    imagesPerSecond = try file.number("images_per_second")
    finishedAt = try file.text("finished_at")
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
