import Glibc

/// The softmax cross-entropy loss, averaged over the batch.
public final class SoftmaxCrossEntropy {
  /// The result for one batch.
  public struct Value: Sendable {
    /// The mean loss in nats, including label smoothing.
    public let loss: Float
    /// The mean cross-entropy in nats without label smoothing, which is comparable across settings.
    public let crossEntropy: Float
    /// The number of examples whose largest logit is that of the true class.
    public let correctCount: Int
  }

  /// The label-smoothing epsilon, in [0, 1) (Szegedy et al. 2016).
  public let labelSmoothing: Float
  private var reusableGradient: Tensor?

  public init(labelSmoothing: Float = 0) { self.labelSmoothing = labelSmoothing }

  /// The gradient of the loss with respect to the logits of the last call: (batch, classes).
  public var gradient: Tensor { reusableGradient ?? Tensor(shape: [0]) }

  /// Computes the loss and its gradient.
  /// - Parameters:
  ///   - logits: (batch, classes)
  ///   - labels: the true class of each example, in 0 ..< classes.
  public func callAsFunction(_ logits: Tensor, labels: [Int]) -> Value {
    let (batch, classes) = (logits.shape[0], logits.stride)
    let gradient = Tensor.reusing(&reusableGradient, shape: logits.shape)
    let smoothing = labelSmoothing / Float(classes)
    var (lossSum, crossEntropySum, correctCount) = (Double(0), Double(0), 0)
    for example in 0..<batch {
      let outputs = UnsafeBufferPointer(start: logits.base + example * classes, count: classes)
      let gradients = gradient.base + example * classes
      let (largest, total) = Self.exponentials(of: outputs, into: gradients)
      let logSumExp = outputs[largest] + log(total)
      for index in 0..<classes {
        let target = smoothing + (index == labels[example] ? 1 - labelSmoothing : 0)
        if target > 0 { lossSum += Double(target * (logSumExp - outputs[index])) }
        gradients[index] = (gradients[index] / total - target) / Float(batch)
      }
      crossEntropySum += Double(logSumExp - outputs[labels[example]])
      if largest == labels[example] { correctCount += 1 }
    }
    let count = Double(max(1, batch))
    return Value(
      loss: Float(lossSum / count), crossEntropy: Float(crossEntropySum / count), correctCount: correctCount)
  }

  /// The class probabilities: the softmax of each row.
  /// - Parameter logits: (batch, classes)
  /// - Returns: (batch, classes); each row sums to 1.
  public static func probabilities(of logits: Tensor) -> Tensor {
    let classes = logits.stride
    let result = Tensor(shape: logits.shape)
    for example in 0..<logits.shape[0] {
      let probabilities = result.base + example * classes
      let outputs = UnsafeBufferPointer(start: logits.base + example * classes, count: classes)
      let total = exponentials(of: outputs, into: probabilities).total
      for index in 0..<classes { probabilities[index] /= total }
    }
    return result
  }

  /// Writes exp(x - max(x)), which cannot overflow.
  /// - Returns: the index of the largest logit, and the sum of the exponentials.
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
