/// A dataset on disk: its files, classes and license.
public struct DatasetEntry: Sendable {
  /// The name on the command line, such as `kmnist`.
  public let name: String
  /// The display name, such as `Kuzushiji-MNIST`.
  public let title: String
  /// The class names by label, unless a class map lies next to the files.
  public let classNames: [String]
  /// The license in a few words.
  public let license: String
  /// The attribution that the license requires wherever the data is used, if any.
  public let attribution: String?
  /// The four files, one per part.
  public let files: [DatasetFile]

  /// The file of a part.
  func file(of part: DatasetFile.Part) -> DatasetFile? { files.first { $0.part == part } }
}
