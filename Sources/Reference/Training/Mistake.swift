import Foundation

/// A test image that was taken for what it is not: an entry of `mistakes.json`.
public struct Mistake: Codable, Sendable {
  /// Its number within the test split, from 0.
  public var index: Int
  /// What it is.
  public var label: Int
  /// What it was taken for.
  public var predicted: Int
  /// The probability that it was given of being that.
  public var confidence: Float
  public var height: Int
  public var width: Int
  /// Its brightness, one byte a pixel, row by row, in Base64.
  public var pixels: String
}

extension Evaluation {
  /// The images that were taken for something else, the surest first.
  /// - Parameters:
  ///   - dataset: the images that this is the evaluation of.
  ///   - limit: how many to return at most.
  public func mistakes(in dataset: ImageDataset, limit: Int = 48) -> [Mistake] {
    let wrong = predictions.indices.filter { predictions[$0] != Int(dataset.labels[$0]) }
    let surest = wrong.sorted { (-confidences[$0], $0) < (-confidences[$1], $1) }.prefix(limit)
    let size = dataset.height * dataset.width
    return surest.map { index in
      Mistake(
        index: index, label: Int(dataset.labels[index]), predicted: predictions[index], confidence: confidences[index],
        height: dataset.height, width: dataset.width,
        pixels: Data(dataset.pixels[index * size..<(index + 1) * size]).base64EncodedString())
    }
  }
}
