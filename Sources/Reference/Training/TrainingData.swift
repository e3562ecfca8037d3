import Foundation

/// The three sets of images of a run, each with its own job.
public struct TrainingData: Sendable {
  /// What the weights are fitted to.
  public let training: ImageDataset
  /// Images of the training split that choose the best epoch; nil if all of them are trained on.
  public let holdout: ImageDataset?
  /// The official test split: read once, when the run is done.
  public let test: ImageDataset
  /// What the licence of the data asks to be said.
  public let attribution: String?

  public init(training: ImageDataset, holdout: ImageDataset?, test: ImageDataset, attribution: String? = nil) {
    self.training = training
    self.holdout = holdout
    self.test = test
    self.attribution = attribution
  }

  /// Loads what a run needs and settles the size of its hold-out.
  /// - Parameter configuration: which data to load; its `holdout` is filled in.
  /// - Throws: `DataError` if the data cannot be read, `ConfigurationError` if too little is left to train on.
  public static func load(_ configuration: inout TrainingConfiguration) throws -> TrainingData {
    let folder = configuration.data.map { URL(filePath: $0, directoryHint: .isDirectory) }
    let splits = try DatasetCatalogue.load(configuration.dataset, from: folder)
    var (all, test) = (splits.training, splits.test)
    if configuration.quickRun { (all, test) = (excerpt(of: all, count: 6000), excerpt(of: test, count: 1000)) }
    try configuration.fit(trainingCount: all.count)
    let count = configuration.holdout ?? 0
    guard count > 0 else {
      return TrainingData(training: all, holdout: nil, test: test, attribution: splits.attribution)
    }
    let (training, holdout) = all.split(holdout: count, seed: configuration.seed)
    return TrainingData(training: training, holdout: holdout, test: test, attribution: splits.attribution)
  }

  /// Some images of every class, the same for every seed, so that quick runs compare.
  private static func excerpt(of images: ImageDataset, count: Int) -> ImageDataset {
    images.count > count ? images.split(holdout: count, seed: 0).holdout : images
  }
}
