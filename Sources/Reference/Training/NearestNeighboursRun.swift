/// A run of the model that learns nothing: it compares every image with all training images.
public struct NearestNeighboursRun {
  public let folder: RunFolder
  private let configuration: TrainingConfiguration
  private let data: TrainingData

  /// - Throws: `FileError` if the folder cannot be written.
  public init(_ configuration: TrainingConfiguration, _ data: TrainingData, in folder: RunFolder) throws {
    self.configuration = configuration
    self.data = data
    self.folder = folder
    try folder.write(configuration, to: folder.configuration)
  }

  /// Reads the test split, and the hold-out where there is one.
  /// - Throws: `FileError` if the result cannot be written.
  public func run() throws -> RunResult {
    let workers = Workers(count: configuration.threads)
    let began = ContinuousClock.now
    let model = NearestNeighbours(data.training)
    let test = evaluate(model, data.test, workers)
    let seconds = began.duration(to: .now).seconds
    var result = RunResult(configuration, data, test: test)
    result.epochs = 0
    result.holdoutAccuracy = data.holdout.map { evaluate(model, $0, workers).accuracy }
    result.parameters = data.training.pixels.count
    result.multiplyAdds = data.training.pixels.count
    result.imagesPerSecond = Double(data.test.count) / max(seconds, 1e-9)
    result.seconds = began.duration(to: .now).seconds
    try folder.write(test.mistakes(in: data.test), to: folder.mistakes)
    try folder.write(result, to: folder.result)
    return result
  }

  private func evaluate(_ model: NearestNeighbours, _ dataset: ImageDataset, _ workers: Workers) -> Evaluation {
    Evaluation(
      probabilities: model.probabilities(of: dataset, workers: workers), labels: dataset.labels,
      classCount: dataset.classNames.count)
  }
}
