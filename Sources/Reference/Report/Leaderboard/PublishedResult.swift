/// A published accuracy on the official test split of a dataset.
public struct PublishedResult: Sendable, Equatable {
  /// The model, and training details where they matter.
  public let model: String
  /// The test accuracy, as a fraction.
  public let testAccuracy: Double
  /// The number of trainable parameters, if known.
  public let parameters: Int?
  /// The number of multiply-adds per image, if known.
  public let multiplyAdds: Int?

  private init(_ model: String, _ percent: Double, parameters: Int? = nil, multiplyAdds: Int? = nil) {
    self.model = model
    testAccuracy = (percent * 100).rounded() / 10_000  // 0.921 rather than 0.92099…
    self.parameters = parameters
    self.multiplyAdds = multiplyAdds
  }

  /// The results of the KMNIST benchmark (https://github.com/rois-codh/kmnist, as of November 2026).
  public static let kmnist = [
    PublishedResult("Shake-Shake-26 2x96d, cutout 14", 99.34),
    PublishedResult("ResNet-preact-20, cutout 14", 99.18, parameters: 270_000),
    PublishedResult("ResNet-18 + VGG ensemble", 98.90),
    PublishedResult("PreActResNet-18, manifold mixup", 98.83),
    PublishedResult("PreActResNet-18, input mixup", 98.41),
    PublishedResult("PreActResNet-18", 97.82),
    PublishedResult("Keras simple CNN", 94.63, multiplyAdds: 11_992_448),
    PublishedResult("PCA + 4-nearest neighbors", 93.98),
    PublishedResult("4-nearest neighbors", 92.10),
  ]
}
