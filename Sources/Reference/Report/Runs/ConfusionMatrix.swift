/// How often the images of each class were read as each class.
public struct ConfusionMatrix: Sendable, Equatable {
  /// Images of one class that were read as another.
  public struct Confusion: Sendable, Equatable {
    /// The true class.
    public let label: Int
    /// The class that they were read as.
    public let predicted: Int
    /// How many images.
    public let count: Int
  }

  /// What each class is called.
  public let classNames: [String]
  /// The images by true class (row) and by the class that they were read as (column).
  public let counts: [[Int]]

  /// Makes a matrix; nil unless `counts` has a row and a column for every name.
  public init?(classNames: [String], counts: [[Int]]) {
    guard counts.count == classNames.count, counts.allSatisfy({ $0.count == classNames.count }) else { return nil }
    self.classNames = classNames
    self.counts = counts
  }

  /// How many images there are.
  public var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// How many images a class has.
  public func images(of label: Int) -> Int { counts[label].reduce(0, +) }

  /// The fraction of a class's images that was read right; nil for a class without images.
  public func accuracy(of label: Int) -> Double? {
    let images = images(of: label)
    return images > 0 ? Double(counts[label][label]) / Double(images) : nil
  }

  /// Every confusion, the most frequent first.
  public var confusions: [Confusion] {
    classNames.indices.flatMap { label in
      classNames.indices.compactMap { predicted in
        let count = counts[label][predicted]
        return label != predicted && count > 0 ? Confusion(label: label, predicted: predicted, count: count) : nil
      }
    }.sorted { ($1.count, $0.label, $0.predicted) < ($0.count, $1.label, $1.predicted) }
  }
}
