/// A named set of hyperparameters to begin with; options of the command line come on top.
public struct Recipe: Sendable {
  /// What the option `--recipe` calls it.
  public let name: String
  /// What it is for and what it costs.
  public let summary: String
  private let adjust: @Sendable (inout TrainingConfiguration) -> Void

  /// The values for one data set.
  public func configuration(dataset: String) -> TrainingConfiguration {
    var configuration = TrainingConfiguration(dataset: dataset)
    configuration.recipe = name
    adjust(&configuration)
    return configuration
  }

  /// The recipe of this name, if there is one.
  public static func named(_ name: String) -> Recipe? { all.first { $0.name == name } }

  /// What every recipe is for, in one line.
  public static var summaries: String { all.map { "\($0.name) (\($0.summary))" }.joined(separator: "; ") }

  /// Every recipe, the cheapest first.
  public static let all = [quick, thorough, long, article]

  /// One-cycle training of a small net: 15 epochs, or 6 of the generated brush strokes, which are learned in under a
  /// minute.
  public static let quick = Recipe(name: "default", summary: "15 epochs, minutes on two cores") { configuration in
    configuration.labelSmoothing = 0.1
    configuration.testTimeShifts = true
    if configuration.dataset == DatasetCatalogue.embedded { configuration.epochs = 6 }
  }

  private static let thorough = Recipe(name: "best", summary: "the most in 20 minutes on two cores") { configuration in
    configuration.width = 2
    configuration.epochs = 18
    configuration.cutout = 8
    configuration.rotation = 8
    configuration.scale = 0.1
    configuration.labelSmoothing = 0.1
    configuration.weightAverage = 0.999
    configuration.testTimeShifts = true
  }

  private static let long = Recipe(name: "long", summary: "the most in some hours on two cores") { configuration in
    configuration.model = "residual"
    configuration.epochs = 120
    configuration.cutout = 14
    configuration.rotation = 8
    configuration.scale = 0.1
    configuration.labelSmoothing = 0.1
    configuration.schedule = .cosine
    configuration.weightAverage = 0.9995
    configuration.testTimeShifts = true
  }

  /// The training of "CNNs, part 1" as it was published: image by image, without momentum or augmentation.
  private static let article = Recipe(
    name: "article", summary: "the article's own training: 3 epochs of one image a step"
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
