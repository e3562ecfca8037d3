import Glibc

/// The metrics and predictions of a classifier on one split.
public struct Evaluation: Sendable {
  /// The mean cross-entropy in nats.
  public let loss: Double
  /// (classes, classes): the number of images by true class (row) and predicted class (column).
  public let confusion: [[Int]]
  /// The predicted class of each image.
  public let predictions: [Int]
  /// The probability of each prediction, 0 to 1.
  public let confidences: [Float]

  /// The number of correctly classified images.
  public var correctCount: Int { confusion.indices.reduce(0) { $0 + confusion[$1][$1] } }
  /// The fraction of correctly classified images, 0 to 1.
  public var accuracy: Double { Double(correctCount) / Double(max(1, predictions.count)) }

  /// Computes metrics from class probabilities.
  /// - Parameters:
  ///   - probabilities: (images, classes) in row-major order.
  ///   - labels: the true class of each image.
  ///   - classCount: the number of classes.
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
      // Clamped, so that a single probability that underflows to 0 does not make the mean infinite.
      let probability = row[row.startIndex + Int(label)]
      loss -= log(Double(max(probability, .leastNormalMagnitude)))
      if probability.isNaN { loss = .nan }
    }
    self.loss = loss / Double(max(1, labels.count))
    self.confusion = confusion
    self.predictions = predictions
    self.confidences = confidences
  }

  /// The metrics as JSON.
  /// - Parameter split: the name of the split.
  /// - Throws: `EncodingError` if the loss is not finite.
  public func json(split: String) throws -> String {
    let metrics = Metrics(
      split: split, accuracy: accuracy, loss: loss, count: predictions.count, correct: correctCount,
      confusion: confusion)
    return String(decoding: try RunJSON.encode(metrics, pretty: true), as: UTF8.self)
  }

  private struct Metrics: Encodable {
    var split: String
    var accuracy: Double
    var loss: Double
    var count: Int
    var correct: Int
    var confusion: [[Int]]
  }
}
