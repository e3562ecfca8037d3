/// What a report has to say of a data set: what its test split is, and whom to thank.
public struct DatasetNotes: Sendable {
  /// How the data set is called in prose, such as `KMNIST`.
  public let title: String
  /// What its test split is, such as `official test split`.
  public let testSplit: String
  /// How many images the whole test split holds, where that is fixed.
  public let testCount: Int?
  /// Why a hold-out reads better than the test split, where that is known; a sentence.
  public let caution: String?
  /// What the licence asks to be printed.
  public let attribution: String?
  /// What others reached on the same test split.
  public let published: [PublishedResult]

  /// The notes of a data set; of an unknown one, only what holds for any.
  public init(of name: String) {
    attribution = DatasetCatalogue.entries.first { $0.name == name }.flatMap { entry in
      entry.attribution.map { "\($0), \(entry.licence)" }
    }
    caution =
      name == "kmnist" ? "The test split is harder: it comes from other books and other hands." : nil
    published = name == "kmnist" ? PublishedResult.kmnist : []
    (title, testSplit, testCount) =
      switch name {
      case "kmnist": ("KMNIST", "official test split", 10_000)
      case "k49": ("Kuzushiji-49", "official test split", 38_547)
      case "mnist": ("MNIST", "official test split", 10_000)
      case "fashion-mnist": ("Fashion-MNIST", "official test split", 10_000)
      case "kkanji49-28", "kkanji10-64": (name, "test split (every 7th image; not an official one)", nil)
      case DatasetCatalogue.embedded: (name, "test split (drawn by the generator)", 2000)
      default: (name, "test split", nil)
      }
  }
}
