/// What reports state about a dataset.
public struct DatasetNotes: Sendable {
  /// The display name, such as `KMNIST`.
  public let title: String
  /// A description of the test split, such as `official test split`.
  public let testSplit: String
  /// The number of test images, if it is fixed.
  public let testCount: Int?
  /// Why validation accuracy exceeds test accuracy, as a sentence, if known.
  public let caution: String?
  /// The attribution that the license requires, if any.
  public let attribution: String?
  /// Published results on the same test split.
  public let published: [PublishedResult]

  /// The notes of a dataset; generic ones if it is unknown.
  public init(of name: String) {
    attribution = DatasetCatalog.entries.first { $0.name == name }.flatMap { entry in
      entry.attribution.map { "\($0), \(entry.license)" }
    }
    caution =
      name == "kmnist" ? "The test split is harder: it comes from different books and writers." : nil
    published = name == "kmnist" ? PublishedResult.kmnist : []
    (title, testSplit, testCount) =
      switch name {
      case "kmnist": ("KMNIST", "official test split", 10_000)
      case "k49": ("Kuzushiji-49", "official test split", 38_547)
      case "mnist": ("MNIST", "official test split", 10_000)
      case "fashion-mnist": ("Fashion-MNIST", "official test split", 10_000)
      case "kkanji49-28", "kkanji10-64": (name, "test split (every 7th image, not official)", nil)
      case DatasetCatalog.builtIn: (name, "generated test split", 2000)
      default: (name, "test split", nil)
      }
  }
}
