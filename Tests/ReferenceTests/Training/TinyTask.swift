import Foundation
import Reference

/// A task that is learned in a second: brush strokes and the article's small network.
enum TinyTask {
  static let data: TrainingData = {
    let splits = BrushStrokes().splits(training: 600, test: 200)
    let (training, holdout) = splits.training.split(holdout: 100, seed: 1)
    return TrainingData(training: training, holdout: holdout, test: splits.test)
  }()

  /// Values that use everything that has to be saved: momentum, averaged weights and augmentation.
  static func configuration(
    threads: Int = 1, _ change: (inout TrainingConfiguration) -> Void = { _ in }
  ) -> TrainingConfiguration {
    var configuration = TrainingConfiguration(dataset: "brush-strokes")
    configuration.model = "article-cnn"
    configuration.epochs = 2
    configuration.batchSize = 48
    configuration.learningRate = 0.02
    configuration.weightAverage = 0.9
    configuration.cutout = 6
    configuration.rotation = 10
    configuration.scale = 0.1
    configuration.threads = threads
    configuration.tensorboard = false
    configuration.wandb = false
    change(&configuration)
    return configuration
  }

  static func trainer(_ configuration: TrainingConfiguration) throws -> Trainer {
    Trainer(try configuration.makeNetwork(for: data.training), data: data, configuration: configuration)
  }

  /// All weights, one number after the other.
  static func weights(_ trainer: Trainer) -> [Float] { trainer.network.parameters.flatMap(\.value.values) }
}

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "mllint-training-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
