/// An accuracy that others published, measured on the official test split of a data set.
public struct PublishedResult: Sendable, Equatable {
  /// What was trained, and how where that matters.
  public let model: String
  /// The test accuracy, as a fraction.
  public let testAccuracy: Double
  /// The trainable numbers of the network, where they are known.
  public let parameters: Int?
  /// Multiplications with an addition that one image costs, where they are known.
  public let multiplyAdds: Int?

  private init(_ model: String, _ percent: Double, parameters: Int? = nil, multiplyAdds: Int? = nil) {
    self.model = model
    testAccuracy = (percent * 100).rounded() / 10_000  // as exact as the table: 0.921, not 0.92099…
    self.parameters = parameters
    self.multiplyAdds = multiplyAdds
  }

  /// The table of the KMNIST benchmark (github.com/rois-codh/kmnist, as of November 2026).
  public static let kmnist = [
    PublishedResult("Shake-Shake-26 2x96d, cutout 14", 99.34),
    PublishedResult("ResNet-preact-20, cutout 14", 99.18, parameters: 270_000),
    PublishedResult("ResNet-18 + VGG ensemble", 98.90),
    PublishedResult("PreActResNet-18, manifold mixup", 98.83),
    PublishedResult("PreActResNet-18, input mixup", 98.41),
    PublishedResult("PreActResNet-18", 97.82),
    PublishedResult("Keras simple CNN", 94.63, multiplyAdds: 11_992_448),
    PublishedResult("PCA + 4 nearest neighbours", 93.98),
    PublishedResult("4 nearest neighbours", 92.10),
  ]
}
