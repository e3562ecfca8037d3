/// The number of images by true and predicted class.
public struct ConfusionMatrix: Sendable, Equatable {
  /// The images of one class that were predicted as another.
  public struct Confusion: Sendable, Equatable {
    /// The true class.
    public let label: Int
    /// The predicted class.
    public let predicted: Int
    /// The number of images.
    public let count: Int
  }

  /// The class names by label.
  public let classNames: [String]
  /// (classes, classes): the number of images by true class (row) and predicted class (column).
  public let counts: [[Int]]

  /// Creates a matrix; nil unless `counts` is square with one row per class name.
  public init?(classNames: [String], counts: [[Int]]) {
    guard counts.count == classNames.count, counts.allSatisfy({ $0.count == classNames.count }) else { return nil }
    self.classNames = classNames
    self.counts = counts
  }

  /// The number of images.
  public var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// The number of images of a class.
  public func images(of label: Int) -> Int { counts[label].reduce(0, +) }

  /// The fraction of correctly classified images of a class (its recall); nil for a class without images.
  public func accuracy(of label: Int) -> Double? {
    let images = images(of: label)
    return images > 0 ? Double(counts[label][label]) / Double(images) : nil
  }

  /// All confusions, most frequent first.
  public var confusions: [Confusion] {
    classNames.indices.flatMap { label in
      classNames.indices.compactMap { predicted in
        let count = counts[label][predicted]
        return label != predicted && count > 0 ? Confusion(label: label, predicted: predicted, count: count) : nil
      }
    }.sorted { ($1.count, $0.label, $0.predicted) < ($0.count, $1.label, $1.predicted) }
  }
}
