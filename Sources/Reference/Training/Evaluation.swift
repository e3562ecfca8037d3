import Foundation

/// What a network says about the images of one split.
public struct Evaluation: Sendable {
  /// The mean of the negative logarithm of the probability of the true class.
  public let loss: Double
  /// How many images there are of each true class (row) that were taken for each class (column).
  public let confusion: [[Int]]
  /// The class that each image was taken for.
  public let predictions: [Int]
  /// The probability that each image was given of being what it was taken for.
  public let confidences: [Float]

  /// How many images were taken for what they are.
  public var correct: Int { confusion.indices.reduce(0) { $0 + confusion[$1][$1] } }
  /// The share of images that were taken for what they are, 0 ... 1.
  public var accuracy: Double { Double(correct) / Double(max(1, predictions.count)) }

  /// Judges probabilities.
  /// - Parameters:
  ///   - probabilities: one row of `classCount` an image, in the order of `labels`.
  ///   - labels: the true class of each image.
  ///   - classCount: how many classes there are.
  public init(probabilities: [Float], labels: [UInt8], classCount: Int) {
    var (loss, predictions, confidences) = (0.0, [Int](), [Float]())
    var confusion = [[Int]](repeating: [Int](repeating: 0, count: classCount), count: classCount)
    for (index, label) in labels.enumerated() {
      let row = probabilities[index * classCount..<(index + 1) * classCount]
      var best = row.startIndex
      for candidate in row.indices where row[candidate] > row[best] { best = candidate }
      predictions.append(best - row.startIndex)
      confidences.append(row[best])
      confusion[Int(label)][best - row.startIndex] += 1
      // A probability that rounds to nothing would make the mean infinite for a single image.
      let probability = row[row.startIndex + Int(label)]
      loss -= log(Double(max(probability, .leastNormalMagnitude)))
      if probability.isNaN { loss = .nan }
    }
    self.loss = loss / Double(max(1, labels.count))
    self.confusion = confusion
    self.predictions = predictions
    self.confidences = confidences
  }

  /// The figures as JSON.
  /// - Parameter split: what the images are called.
  /// - Throws: `EncodingError` for a loss that is not finite.
  public func json(split: String) throws -> String {
    let figures = Figures(
      split: split, accuracy: accuracy, loss: loss, count: predictions.count, correct: correct, confusion: confusion)
    return String(decoding: try RunJSON.encode(figures, pretty: true), as: UTF8.self)
  }

  private struct Figures: Encodable {
    var split: String
    var accuracy: Double
    var loss: Double
    var count: Int
    var correct: Int
    var confusion: [[Int]]
  }
}
