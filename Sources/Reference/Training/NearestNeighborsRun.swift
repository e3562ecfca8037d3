/// A run of the k-nearest-neighbors classifier, which needs no training.
public struct NearestNeighborsRun {
  public let directory: RunDirectory
  private let configuration: TrainingConfiguration
  private let data: TrainingData

  /// - Throws: `FileError` if the directory cannot be written.
  public init(_ configuration: TrainingConfiguration, _ data: TrainingData, in directory: RunDirectory) throws {
    self.configuration = configuration
    self.data = data
    self.directory = directory
    try directory.write(configuration, to: directory.configuration)
  }

  /// Evaluates the test split, and the validation split if there is one.
  /// - Throws: `FileError` if the result cannot be written.
  public func run() throws -> RunResult {
    let workers = Workers(count: configuration.threads)
    let start = ContinuousClock.now
    let model = NearestNeighbors(data.training)
    let test = evaluate(model, data.test, workers)
    let seconds = start.duration(to: .now).seconds
    var result = RunResult(configuration, data, test: test)
    result.epochs = 0
    result.validationAccuracy = data.validation.map { evaluate(model, $0, workers).accuracy }
    result.parameters = data.training.pixels.count
    result.multiplyAdds = data.training.pixels.count
    result.imagesPerSecond = Double(data.test.count) / max(seconds, 1e-9)
    result.seconds = start.duration(to: .now).seconds
    try directory.write(test.mistakes(in: data.test), to: directory.mistakes)
    try directory.write(result, to: directory.result)
    return result
  }

  private func evaluate(_ model: NearestNeighbors, _ dataset: ImageDataset, _ workers: Workers) -> Evaluation {
    Evaluation(
      probabilities: model.probabilities(of: dataset, workers: workers), labels: dataset.labels,
      classCount: dataset.classNames.count)
  }
}
