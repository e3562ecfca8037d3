import FoundationEssentials

/// A misclassified test image: an entry of `mistakes.json`.
public struct Mistake: Codable, Sendable {
  /// The index in the test split, starting at 0.
  public var index: Int
  /// The true class.
  public var label: Int
  /// The predicted class.
  public var predicted: Int
  /// The probability of the prediction, 0 to 1.
  public var confidence: Float
  /// The height of the image, in pixels.
  public var height: Int
  /// The width of the image, in pixels.
  public var width: Int
  /// (height × width) bytes in row-major order, base64-encoded.
  public var pixels: String
}

extension Evaluation {
  /// The misclassified images, most confident first.
  /// - Parameters:
  ///   - dataset: the evaluated images.
  ///   - limit: the maximum number of mistakes.
  public func mistakes(in dataset: ImageDataset, limit: Int = 48) -> [Mistake] {
    let wrong = predictions.indices.filter { predictions[$0] != Int(dataset.labels[$0]) }
    let mostConfident = wrong.sorted { (-confidences[$0], $0) < (-confidences[$1], $1) }.prefix(limit)
    let size = dataset.height * dataset.width
    return mostConfident.map { index in
      Mistake(
        index: index, label: Int(dataset.labels[index]), predicted: predictions[index], confidence: confidences[index],
        height: dataset.height, width: dataset.width,
        pixels: Data(dataset.pixels[index * size..<(index + 1) * size]).base64EncodedString())
    }
  }
}
