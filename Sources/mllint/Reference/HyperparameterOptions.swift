import ArgumentParser
import Reference

/// The options that affect the trained weights.
struct HyperparameterOptions: ParsableArguments {
  @Option(help: "Number of epochs.")
  var epochs: Int?

  @Option(help: "Mini-batch size.")
  var batchSize: Int?

  @Option(help: "Optimizer.")
  var optimizer: TrainingConfiguration.OptimizerKind?

  @Option(help: "Peak learning rate.")
  var learningRate: Float?

  @Option(help: "SGD momentum coefficient, in [0, 1).")
  var momentum: Float?

  @Flag(help: "Disable Nesterov momentum.")
  var noNesterov = false

  @Option(help: "Weight decay: L2 coefficient for SGD, decoupled for AdamW.")
  var weightDecay: Float?

  @Option(help: "Learning-rate schedule.")
  var schedule: LearningRateSchedule?

  @Option(help: "Fraction of steps for learning-rate warm-up, in [0, 1).")
  var warmup: Float?

  @Option(help: "Label-smoothing epsilon, in [0, 1).")
  var labelSmoothing: Float?

  @Option(help: "EMA decay of the evaluated weights, such as 0.999; 0 disables EMA.")
  var emaDecay: Float?

  @Option(help: "Augmentation: maximum translation, in pixels.")
  var shift: Int?

  @Option(help: "Augmentation: side length of the cutout square, in pixels; 0 disables it.")
  var cutout: Int?

  @Option(help: "Augmentation: maximum rotation, in degrees.")
  var rotation: Float?

  @Option(help: "Augmentation: maximum relative change in size, such as 0.1.")
  var scale: Float?

  @Flag(help: "Average test predictions over nine one-pixel shifts of each image.")
  var testTimeAugmentation = false

  @Option(help: "Channel multiplier for models with batch normalization, such as 1.5.")
  var widthMultiplier: Float?

  @Option(
    help: """
      Number of training images held out to select the best epoch; 0 trains on all images and keeps the last epoch. \
      (default: one twelfth)
      """)
  var validationSize: Int?

  @Option(help: "Seed for initialization, shuffling, augmentation and the validation split.")
  var seed: UInt64?

  /// The given options.
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
      .set("--ema-decay", \.emaDecay, emaDecay),
      .set("--shift", \.shift, shift),
      .set("--cutout", \.cutout, cutout),
      .set("--rotation", \.rotation, rotation),
      .set("--scale", \.scale, scale),
      .set("--test-time-augmentation", \.testTimeAugmentation, testTimeAugmentation ? true : nil),
      .set("--width-multiplier", \.widthMultiplier, widthMultiplier),
      .set("--validation-size", \.validationSize, validationSize.map { .some($0) }),
      .set("--seed", \.seed, seed),
    ].compactMap { $0 }
  }
}

extension TrainingConfiguration.OptimizerKind: ExpressibleByArgument {}
extension LearningRateSchedule: ExpressibleByArgument {}
