/// A data set as it is published: what to train on, what to test on, and whom to name.
public struct DatasetSplits: Sendable {
  /// The images to train on; a hold-out to choose by is split off these.
  public let training: ImageDataset
  /// The official test images, which nothing may be chosen by.
  public let test: ImageDataset
  /// What to print wherever the data is used, if its licence asks for that.
  public let attribution: String?

  /// Puts two splits together.
  public init(training: ImageDataset, test: ImageDataset, attribution: String?) {
    self.training = training
    self.test = test
    self.attribution = attribution
  }
}
