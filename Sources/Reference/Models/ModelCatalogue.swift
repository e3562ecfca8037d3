/// The networks that `mllint reference train` knows by name.
public enum ModelCatalogue {
  /// Every name, the cheapest network first.
  public static let names = ["article-cnn", "conv-5x5", "cheap", "keras-cnn", "residual", "wide"]

  /// What each network is, in a few words.
  public static func summary(of name: String) -> String {
    switch name {
    case "article-cnn": "the article's: convolution of 8 kernels, pool, softmax"
    case "conv-5x5": "two convolutions of 5 × 5, 8 and 16 kernels, each with a pool"
    case "cheap": "six convolutions of 3 × 3 with batch normalization, 16 to 64 kernels"
    case "residual": "pre-activation residual blocks of 16, 32 and 64 channels"
    case "wide": "three wide convolutions of 3 × 3 with batch normalization, 32, 64 and 128 kernels"
    case "keras-cnn": "the simple CNN of the Keras examples: 32 and 64 kernels, dense 128"
    default: ""
    }
  }

  /// Makes a network with random weights.
  /// - Parameters:
  ///   - name: one of `names`.
  ///   - height: the height of the images, in pixels.
  ///   - imageWidth: the width of the images, in pixels.
  ///   - classCount: how many classes to tell apart.
  ///   - widthFactor: a factor on the number of channels of the networks with batch normalization.
  ///   - seed: what the weights are drawn from.
  /// - Throws: `ShapeError` if there is no such network, or if it cannot take images of this size.
  public static func make(
    _ name: String, height: Int, width imageWidth: Int, classCount: Int, widthFactor: Float = 1, seed: UInt64
  ) throws(ShapeError) -> Network {
    var random = RandomGenerator(seed: seed).stream(0)
    let input = [height, imageWidth, 1]
    let layers: [any Layer]
    switch name {
    case "article-cnn": layers = articleLayers(input, classCount, &random)
    case "conv-5x5": layers = fiveByFiveLayers(input, classCount, &random)
    case "cheap": layers = cheapLayers(classCount, widthFactor, &random)
    case "residual": layers = residualLayers(classCount, widthFactor, &random)
    case "wide": layers = wideLayers(input, classCount, widthFactor, &random)
    case "keras-cnn": layers = kerasLayers(input, classCount, &random)
    default: throw ShapeError("there is no model '\(name)'; choose one of \(names.joined(separator: ", "))")
    }
    return try Network(name: name, inputShape: input, classCount: classCount, layers: layers)
  }
}
