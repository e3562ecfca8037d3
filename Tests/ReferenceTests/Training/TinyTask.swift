import Foundation
import Reference

/// A task that trains in a second: the built-in dataset and the article's CNN.
enum TinyTask {
  static let data: TrainingData = {
    let splits = BrushStrokes().splits(training: 600, test: 200)
    let (training, validation) = splits.training.split(validationSize: 100, seed: 1)
    return TrainingData(training: training, validation: validation, test: splits.test)
  }()

  /// A configuration that uses all checkpointed state: momentum, moving average and augmentation.
  static func configuration(
    threads: Int = 1, _ change: (inout TrainingConfiguration) -> Void = { _ in }
  ) -> TrainingConfiguration {
    var configuration = TrainingConfiguration(dataset: "brush-strokes")
    configuration.model = "article-cnn"
    configuration.epochs = 2
    configuration.batchSize = 48
    configuration.learningRate = 0.02
    configuration.emaDecay = 0.9
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

  /// All parameters, concatenated.
  static func weights(_ trainer: Trainer) -> [Float] { trainer.network.parameters.flatMap(\.value.values) }
}
