/// Everything that decides what a training run does and how it is recorded.
///
/// A run writes it as `configuration.json`; a resumed run takes it from there. Accuracy and losses depend on nothing
/// else but the data: not on the number of threads, not on where the run was interrupted.
public struct TrainingConfiguration: Codable, Equatable, Sendable {
  /// How weights follow their gradients.
  public enum OptimizerKind: String, Codable, CaseIterable, Sendable { case sgd, adam }

  /// A name of `DatasetCatalogue.names`.
  public var dataset: String
  /// The folder that holds the data set; nil for the embedded generator.
  public var data: String?
  /// A name of `ModelCatalogue.names`, or `knn`.
  public var model = "cheap"
  /// The name of the recipe that the other values began with.
  public var recipe = "default"
  /// Where weights, order, augmentation and hold-out are drawn from.
  public var seed: UInt64 = 1

  /// How often every training image is seen.
  public var epochs = 15
  /// How many images make one step.
  public var batchSize = 128
  public var optimizer = OptimizerKind.sgd
  /// The highest learning rate of the schedule.
  public var learningRate: Float = 0.1
  /// The share of the last step that the next one keeps; of SGD only.
  public var momentum: Float = 0.9
  /// Whether SGD looks ahead along its momentum (Nesterov, 1983).
  public var nesterov = true
  /// How strongly weights are pulled to zero: the factor of half their squared length in the loss.
  public var weightDecay: Float = 5e-4
  public var schedule = Schedule.oneCycle
  /// The share of all steps in which the learning rate climbs.
  public var warmup: Float = 0.25
  /// The share of the target that is spread over all classes.
  public var labelSmoothing: Float = 0
  /// How fast an exponential average forgets the weights of earlier steps, such as 0.999; 0 keeps no average.
  public var weightAverage: Float = 0

  /// By how many pixels a training image is moved at most, each way.
  public var shift = 2
  /// The side of the square that is blanked in every training image, in pixels (DeVries and Taylor, 2017).
  public var cutout = 0
  /// By how many degrees a training image is turned at most, each way.
  public var rotation: Float = 0
  /// By which share a training image is stretched or shrunk at most.
  public var scale: Float = 0
  /// Whether the test split is read at nine positions, one pixel apart, and the probabilities averaged.
  public var testTimeShifts = false
  /// The factor on the number of channels of the model.
  public var width: Float = 1

  /// How many images of the training split choose the best epoch and train nothing; nil before the data is known.
  public var holdout: Int?
  /// Whether only 6,000 training and 1,000 test images are used.
  public var quickRun = false

  /// How many threads share the work; without influence on the results.
  public var threads = 1
  /// After how many steps a checkpoint is written, beside the one of every epoch; 0 for those of epochs only.
  public var checkpointInterval = 0
  /// Whether the trained model is written as `model.onnx` too.
  public var onnx = false
  /// Whether TensorBoard events are written.
  public var tensorboard = true
  /// Whether an offline run of Weights & Biases is written.
  public var wandb = true
  /// Which build of the kernels the processor ran.
  public var kernel = ""
  /// The version of the program that began the run.
  public var version = ""

  /// The values of the `default` recipe for `cheap`.
  public init(dataset: String) { self.dataset = dataset }

  /// All values as JSON, for people.
  /// - Throws: `EncodingError` for a number that is not finite.
  public func text() throws -> String { String(decoding: try RunJSON.encode(self, pretty: true), as: UTF8.self) }
}

extension Schedule: Codable {}
