/// A dataset in its official splits.
public struct DatasetSplits: Sendable {
  /// The training split; a validation split may be taken from it.
  public let training: ImageDataset
  /// The official test split, which must not be used for model selection.
  public let test: ImageDataset
  /// The attribution that the license requires, if any.
  public let attribution: String?

  public init(training: ImageDataset, test: ImageDataset, attribution: String?) {
    self.training = training
    self.test = test
    self.attribution = attribution
  }
}
