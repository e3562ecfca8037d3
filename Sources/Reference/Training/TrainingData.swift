/// The training, validation and test images of a run.
public struct TrainingData: Sendable {
  /// The images to train on.
  public let training: ImageDataset
  /// Images held out from the training split to select the best epoch; nil for none.
  public let validation: ImageDataset?
  /// The official test split, evaluated once at the end.
  public let test: ImageDataset
  /// The attribution that the license requires, if any.
  public let attribution: String?

  public init(training: ImageDataset, validation: ImageDataset?, test: ImageDataset, attribution: String? = nil) {
    self.training = training
    self.validation = validation
    self.test = test
    self.attribution = attribution
  }

  /// Loads the dataset of a configuration and splits off the validation set.
  /// - Parameter configuration: the configuration; its `validationSize` is resolved.
  /// - Throws: `DataError` if the data cannot be read, `ConfigurationError` if too few training images remain.
  public static func load(_ configuration: inout TrainingConfiguration) throws -> TrainingData {
    let splits = try DatasetCatalog.load(configuration.dataset, from: configuration.data.map { FilePath($0) })
    var (all, test) = (splits.training, splits.test)
    if configuration.quickRun { (all, test) = (subset(of: all, count: 6000), subset(of: test, count: 1000)) }
    try configuration.resolveValidationSize(trainingCount: all.count)
    let size = configuration.validationSize ?? 0
    guard size > 0 else {
      return TrainingData(training: all, validation: nil, test: test, attribution: splits.attribution)
    }
    let (training, validation) = all.split(validationSize: size, seed: configuration.seed)
    return TrainingData(training: training, validation: validation, test: test, attribution: splits.attribution)
  }

  /// A stratified subset, the same for every seed, so that quick runs are comparable.
  private static func subset(of images: ImageDataset, count: Int) -> ImageDataset {
    images.count > count ? images.split(validationSize: count, seed: 0).validation : images
  }
}
