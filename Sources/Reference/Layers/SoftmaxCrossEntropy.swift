import Foundation

/// The cross-entropy between the softmax of a network's outputs and the true classes, averaged over the batch.
public final class SoftmaxCrossEntropy {
  /// The share of each target that is spread evenly over all classes, 0 ..< 1 (Szegedy et al. 2016).
  public let labelSmoothing: Float
  private var reusableGradient: Tensor?

  public init(labelSmoothing: Float = 0) { self.labelSmoothing = labelSmoothing }

  /// The gradient of the loss by the outputs of the last call: (batch, classes).
  public var gradient: Tensor { reusableGradient ?? Tensor(shape: [0]) }

  /// Judges a batch and finds its gradient.
  /// - Parameters:
  ///   - logits: (batch, classes), what the network put out.
  ///   - labels: the true class of each example.
  /// - Returns: the mean loss in nats, what it would be without label smoothing, which compares with other losses, and
  ///   how many examples have the true class's output as their largest.
  public func callAsFunction(
    _ logits: Tensor, labels: [Int]
  ) -> (loss: Float, crossEntropy: Float, correct: Int) {
    let (batch, classes) = (logits.shape[0], logits.stride)
    let gradient = Tensor.reusing(&reusableGradient, shape: logits.shape)
    let spread = labelSmoothing / Float(classes)
    var (sum, plainSum, correct) = (Double(0), Double(0), 0)
    for example in 0..<batch {
      let outputs = UnsafeBufferPointer(start: logits.base + example * classes, count: classes)
      let target = gradient.base + example * classes
      let (largest, total) = Self.exponentials(of: outputs, into: target)
      let logarithm = outputs[largest] + log(total)
      for index in 0..<classes {
        let goal = spread + (index == labels[example] ? 1 - labelSmoothing : 0)
        if goal > 0 { sum += Double(goal * (logarithm - outputs[index])) }
        target[index] = (target[index] / total - goal) / Float(batch)
      }
      plainSum += Double(logarithm - outputs[labels[example]])
      if largest == labels[example] { correct += 1 }
    }
    let count = Double(max(1, batch))
    return (Float(sum / count), Float(plainSum / count), correct)
  }

  /// The probability of every class: softmax, row by row.
  /// - Parameter logits: (batch, classes)
  /// - Returns: (batch, classes), each row adding up to 1.
  public static func probabilities(of logits: Tensor) -> Tensor {
    let classes = logits.stride
    let result = Tensor(shape: logits.shape)
    for example in 0..<logits.shape[0] {
      let target = result.base + example * classes
      let outputs = UnsafeBufferPointer(start: logits.base + example * classes, count: classes)
      let total = exponentials(of: outputs, into: target).total
      for index in 0..<classes { target[index] /= total }
    }
    return result
  }

  /// Writes the exponentials, each divided by the largest so that none overflows.
  private static func exponentials(
    of outputs: UnsafeBufferPointer<Float>, into target: UnsafeMutablePointer<Float>
  ) -> (largest: Int, total: Float) {
    var largest = 0
    for index in outputs.indices where outputs[index] > outputs[largest] { largest = index }
    var total: Float = 0
    for index in outputs.indices {
      target[index] = exp(outputs[index] - outputs[largest])
      total += target[index]
    }
    return (largest, total)
  }
}
