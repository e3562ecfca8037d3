/// A preset of hyperparameters, which command-line options can override.
public struct Recipe: Sendable {
  /// The name for `--recipe`.
  public let name: String
  /// Its purpose and cost.
  public let summary: String
  private let adjust: @Sendable (inout TrainingConfiguration) -> Void

  /// The configuration for a dataset.
  public func configuration(dataset: String) -> TrainingConfiguration {
    var configuration = TrainingConfiguration(dataset: dataset)
    configuration.recipe = name
    adjust(&configuration)
    return configuration
  }

  /// The recipe called `name`, or nil.
  public static func named(_ name: String) -> Recipe? { all.first { $0.name == name } }

  /// The name and summary of every recipe, in one line.
  public static var summaries: String { all.map { "\($0.name) (\($0.summary))" }.joined(separator: "; ") }

  /// All recipes.
  public static let all = [standard, best, long, article]

  /// One-cycle training of a small CNN: 15 epochs, or 6 on the built-in dataset, which takes less than a minute.
  public static let standard = Recipe(name: "default", summary: "15 epochs, minutes on two cores") { configuration in
    configuration.labelSmoothing = 0.1
    configuration.testTimeAugmentation = true
    if configuration.dataset == DatasetCatalog.builtIn { configuration.epochs = 6 }
  }

  private static let best = Recipe(
    name: "best", summary: "highest accuracy within 20 minutes on two cores"
  ) { configuration in
    configuration.widthMultiplier = 2
    configuration.epochs = 18
    configuration.cutout = 8
    configuration.rotation = 8
    configuration.scale = 0.1
    configuration.labelSmoothing = 0.1
    configuration.emaDecay = 0.999
    configuration.testTimeAugmentation = true
  }

  private static let long = Recipe(name: "long", summary: "120 epochs, hours on two cores") { configuration in
    configuration.model = "residual"
    configuration.epochs = 120
    configuration.cutout = 14
    configuration.rotation = 8
    configuration.scale = 0.1
    configuration.labelSmoothing = 0.1
    configuration.schedule = .cosine
    configuration.emaDecay = 0.9995
    configuration.testTimeAugmentation = true
  }

  /// The training setup of the article "CNNs, part 1".
  private static let article = Recipe(
    name: "article", summary: "3 epochs of plain SGD with batch size 1, as in the article"
  ) { configuration in
    configuration.model = "article-cnn"
    configuration.epochs = 3
    configuration.batchSize = 1
    configuration.learningRate = 0.005
    configuration.momentum = 0
    configuration.nesterov = false
    configuration.weightDecay = 0
    configuration.schedule = .constant
    configuration.shift = 0
  }
}
