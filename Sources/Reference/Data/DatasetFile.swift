/// One file of a dataset.
public struct DatasetFile: Sendable {
  /// The contents of a file.
  public enum Part: String, CaseIterable, Sendable {
    case trainingImages = "training images"
    case trainingLabels = "training labels"
    case testImages = "test images"
    case testLabels = "test labels"
  }

  /// The contents of the file.
  public let part: Part
  /// The accepted file names, the official one first.
  public let names: [String]
  /// The URL of the official file, if it is published.
  public let url: String?
  /// The MD5 checksum of the official file, if known.
  public let md5: String?
  /// The size of the official file in bytes, if known.
  public let byteCount: Int?

  /// The official file name.
  public var name: String { names.first ?? part.rawValue }
}
