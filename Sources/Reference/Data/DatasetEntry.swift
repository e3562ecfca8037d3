/// What is known of a data set on disk: its files, its classes and its terms.
public struct DatasetEntry: Sendable {
  /// What to ask for, such as `kmnist`.
  public let name: String
  /// What people call it, such as `Kuzushiji-MNIST`.
  public let title: String
  /// What each class is called, unless a class map lies beside the files.
  public let classNames: [String]
  /// The terms of use, in a few words.
  public let licence: String
  /// What to print wherever the data is used, if the licence asks for that.
  public let attribution: String?
  /// The four files, one for each part.
  public let files: [DatasetFile]

  /// The file of a part.
  func file(of part: DatasetFile.Part) -> DatasetFile? { files.first { $0.part == part } }
}

/// One file of a data set, under the names that it goes by.
public struct DatasetFile: Sendable {
  /// What a file holds.
  public enum Part: String, CaseIterable, Sendable {
    case trainingImages = "training images"
    case trainingLabels = "training labels"
    case testImages = "test images"
    case testLabels = "test labels"
  }

  /// What the file holds.
  public let part: Part
  /// The names to look for, the official one first.
  public let names: [String]
  /// Where the official file is published, if anywhere.
  public let url: String?
  /// The MD5 checksum of the official file, if known.
  public let md5: String?
  /// The size of the official file in bytes, if known.
  public let byteCount: Int?

  /// What the official file is called.
  public var name: String { names.first ?? part.rawValue }
}
