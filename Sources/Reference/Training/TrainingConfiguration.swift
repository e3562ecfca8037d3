/// The complete configuration of a training run.
///
/// It is saved as `configuration.json` and reused when the run is resumed. Accuracies and losses depend only on it and the
/// data, not on the number of threads or on interruptions.
public struct TrainingConfiguration: Codable, Equatable, Sendable {
  /// The available optimizers.
  public enum OptimizerKind: String, Codable, CaseIterable, Sendable { case sgd, adamw }

  /// One of `DatasetCatalog.names`.
  public var dataset: String
  /// The directory of the dataset; nil for the built-in dataset.
  public var data: String?
  /// One of `ModelCatalog.names`, or `knn`.
  public var model = "cheap"
  /// The recipe that supplied the default hyperparameters.
  public var recipe = "default"
  /// The seed of initialization, shuffling, augmentation and the validation split.
  public var seed: UInt64 = 1

  /// The number of epochs.
  public var epochs = 15
  /// The mini-batch size.
  public var batchSize = 128
  public var optimizer = OptimizerKind.sgd
  /// The peak learning rate of the schedule.
  public var learningRate: Float = 0.1
  /// The momentum coefficient of SGD, in [0, 1).
  public var momentum: Float = 0.9
  /// Whether SGD uses Nesterov momentum (Nesterov 1983).
  public var nesterov = true
  /// The weight decay coefficient: L2 regularization for SGD, decoupled for AdamW.
  public var weightDecay: Float = 5e-4
  public var schedule = LearningRateSchedule.oneCycle
  /// The fraction of all steps used for learning-rate warm-up, in [0, 1).
  public var warmup: Float = 0.25
  /// The label-smoothing epsilon, in [0, 1).
  public var labelSmoothing: Float = 0
  /// The decay of the exponential moving average of the weights, such as 0.999; 0 disables it.
  public var emaDecay: Float = 0

  /// The largest random translation along each axis, in pixels.
  public var shift = 2
  /// The side length of the cutout square, in pixels; 0 disables it (DeVries and Taylor 2017).
  public var cutout = 0
  /// The largest random rotation in either direction, in degrees.
  public var rotation: Float = 0
  /// The largest random change in size, as a fraction: 0.1 for factors of 0.9 to 1.1.
  public var scale: Float = 0
  /// Whether test predictions are averaged over nine one-pixel shifts.
  public var testTimeAugmentation = false
  /// Multiplies the number of channels of the networks with batch normalization.
  public var widthMultiplier: Float = 1

  /// The number of training images held out for validation; nil before the data is loaded.
  public var validationSize: Int?
  /// Whether to use a subset of 6,000 training and 1,000 test images.
  public var quickRun = false

  /// The number of threads; does not affect the results.
  public var threads = 1
  /// The number of steps between checkpoints, in addition to one per epoch; 0 disables them.
  public var checkpointInterval = 0
  /// Whether to export the trained model as `model.onnx`.
  public var onnx = false
  /// Whether to log to TensorBoard.
  public var tensorboard = true
  /// Whether to log an offline Weights & Biases run.
  public var wandb = true
  /// The kernel variant that the processor runs.
  public var kernel = ""
  /// The version of mllint that started the run.
  public var version = ""

  /// Creates the default configuration of the `cheap` model.
  public init(dataset: String) { self.dataset = dataset }

  /// The configuration as formatted JSON.
  /// - Throws: `EncodingError` for NaN and infinities.
  public func text() throws -> String { String(decoding: try RunJSON.encode(self, pretty: true), as: UTF8.self) }
}

extension LearningRateSchedule: Codable {}
