import ArgumentParser
import Reference

/// What is computed: every value that the weights at the end depend on.
struct HyperparameterOptions: ParsableArguments {
  @Option(help: "How often every training image is seen.")
  var epochs: Int?

  @Option(help: "Images in a step.")
  var batchSize: Int?

  @Option(help: "How weights follow their gradients.")
  var optimizer: TrainingConfiguration.OptimizerKind?

  @Option(help: "The highest learning rate of the schedule; greater than 0.")
  var learningRate: Float?

  @Option(help: "The share of a step that the next one keeps, 0 to under 1; of sgd.")
  var momentum: Float?

  @Flag(help: "Do not look ahead along the momentum.")
  var noNesterov = false

  @Option(help: "How strongly weights are pulled to zero; 0 or more.")
  var weightDecay: Float?

  @Option(help: "How the learning rate changes over the run.")
  var schedule: Schedule?

  @Option(help: "The share of all steps in which the learning rate climbs, 0 to under 1.")
  var warmup: Float?

  @Option(help: "The share of the target that is spread over all classes, 0 to under 1.")
  var labelSmoothing: Float?

  @Option(help: "Judge and keep an average of the weights that forgets this slowly, such as 0.999; 0 for none.")
  var weightAverage: Float?

  @Option(help: "Move training images by up to this many pixels each way.")
  var shift: Int?

  @Option(help: "Blank a square of this side in every training image, in pixels.")
  var cutout: Int?

  @Option(help: "Turn training images by up to this many degrees each way.")
  var rotation: Float?

  @Option(help: "Stretch or shrink training images by up to this share, such as 0.1.")
  var scale: Float?

  @Flag(help: "Read the test split at nine positions, one pixel apart, and average the probabilities.")
  var testTimeShifts = false

  @Option(help: "A factor on the channels of the models with batch normalization, such as 1.5.")
  var width: Float?

  @Option(
    help: """
      Images of the training split that choose the best epoch; 0 trains on all and keeps the last epoch. By default a \
      twelfth.
      """)
  var holdout: Int?

  @Option(help: "Where weights, order, augmentation and hold-out are drawn from.")
  var seed: UInt64?

  /// What was given, under the names that it was given by.
  var overrides: [Override] {
    [
      .set("--epochs", \.epochs, epochs),
      .set("--batch-size", \.batchSize, batchSize),
      .set("--optimizer", \.optimizer, optimizer),
      .set("--learning-rate", \.learningRate, learningRate),
      .set("--momentum", \.momentum, momentum),
      .set("--no-nesterov", \.nesterov, noNesterov ? false : nil),
      .set("--weight-decay", \.weightDecay, weightDecay),
      .set("--schedule", \.schedule, schedule),
      .set("--warmup", \.warmup, warmup),
      .set("--label-smoothing", \.labelSmoothing, labelSmoothing),
      .set("--weight-average", \.weightAverage, weightAverage),
      .set("--shift", \.shift, shift),
      .set("--cutout", \.cutout, cutout),
      .set("--rotation", \.rotation, rotation),
      .set("--scale", \.scale, scale),
      .set("--test-time-shifts", \.testTimeShifts, testTimeShifts ? true : nil),
      .set("--width", \.width, width),
      .set("--holdout", \.holdout, holdout.map { .some($0) }),
      .set("--seed", \.seed, seed),
    ].compactMap { $0 }
  }
}

extension TrainingConfiguration.OptimizerKind: ExpressibleByArgument {}
extension Schedule: ExpressibleByArgument {}
