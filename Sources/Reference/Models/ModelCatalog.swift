/// The networks that `mllint reference train` can train.
public enum ModelCatalog {
  /// The names of all networks, from the cheapest to the most expensive.
  public static let names = ["article-cnn", "conv-5x5", "cheap", "keras-cnn", "residual", "wide"]

  /// The name and architecture of every network, in one line.
  public static var summaries: String { names.map { "\($0) (\(summary(of: $0)))" }.joined(separator: "; ") }

  private static func summary(of name: String) -> String {
    switch name {
    case "article-cnn": "3×3 convolution with 8 filters, max pooling, dense"
    case "conv-5x5": "two 5×5 convolutions with max pooling, 8 and 16 filters"
    case "cheap": "six 3×3 convolutions with batch normalization, 16 to 64 filters"
    case "keras-cnn": "the Keras simple CNN: two 3×3 convolutions with 32 and 64 filters, dense 128"
    case "residual": "pre-activation ResNet, 16 to 64 channels"
    case "wide": "three 3×3 convolutions with batch normalization, 32 to 128 filters"
    default: ""
    }
  }

  /// Creates a network with randomly initialized weights.
  /// - Parameters:
  ///   - name: one of `names`.
  ///   - height: the height of the images, in pixels.
  ///   - imageWidth: the width of the images, in pixels.
  ///   - classCount: the number of classes.
  ///   - widthMultiplier: multiplies the number of channels of the networks with batch normalization.
  ///   - seed: the seed of the initialization.
  /// - Throws: `ShapeError` if the name is unknown or the network does not support images of this size.
  public static func make(
    _ name: String, height: Int, width imageWidth: Int, classCount: Int, widthMultiplier: Float = 1, seed: UInt64
  ) throws(ShapeError) -> Network {
    var random = RandomGenerator(seed: seed).stream(0)
    let input = [height, imageWidth, 1]
    let layers: [any Layer]
    switch name {
    case "article-cnn": layers = articleLayers(input, classCount, &random)
    case "conv-5x5": layers = fiveByFiveLayers(input, classCount, &random)
    case "cheap": layers = cheapLayers(classCount, widthMultiplier, &random)
    case "residual": layers = residualLayers(classCount, widthMultiplier, &random)
    case "wide": layers = wideLayers(input, classCount, widthMultiplier, &random)
    case "keras-cnn": layers = kerasLayers(input, classCount, &random)
    default: throw ShapeError("unknown model '\(name)'; choose from \(names.joined(separator: ", "))")
    }
    return try Network(name: name, inputShape: input, classCount: classCount, layers: layers)
  }
}
