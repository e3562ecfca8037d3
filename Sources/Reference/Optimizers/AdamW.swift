import CKernels
import Glibc

/// AdamW: Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019).
public final class AdamW: Optimizer {
  /// The decay rate of the first moment estimate, in [0, 1).
  public let beta1: Float
  /// The decay rate of the second moment estimate, in [0, 1).
  public let beta2: Float
  /// Added to the denominator for numerical stability.
  public let epsilon: Float
  /// The weight decay coefficient: each step subtracts learning rate × weight decay × w.
  public let weightDecay: Float
  public var stepCount = 0
  private var firstMoments: [Tensor] = []
  private var secondMoments: [Tensor] = []

  public init(beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0) {
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  public var state: [(name: String, tensor: Tensor)] {
    firstMoments.enumerated().map { ("first_moment\($0.offset)", $0.element) }
      + secondMoments.enumerated().map { ("second_moment\($0.offset)", $0.element) }
  }

  public func prepare(for parameters: [Parameter]) {
    guard firstMoments.isEmpty else { return }
    firstMoments = parameters.compactMap(\.gradient).map { Tensor(shape: $0.shape) }
    secondMoments = firstMoments.map { Tensor(shape: $0.shape) }
  }

  public func step(_ parameters: [Parameter], learningRate: Float, workers: Workers) {
    prepare(for: parameters)
    stepCount += 1
    // Both moments start at zero; the bias correction is folded into the step size and epsilon.
    let correction = (1 - pow(beta2, Float(stepCount))).squareRoot()
    let stepSize = learningRate * correction / (1 - pow(beta1, Float(stepCount)))
    let (kernels, beta1, beta2, epsilon) = (workers.kernels, beta1, beta2, epsilon * correction)
    for (index, parameter) in parameters.filter({ $0.gradient != nil }).enumerated() {
      guard let gradient = parameter.gradient else { continue }
      let (value, first, second) = (parameter.value, firstMoments[index], secondMoments[index])
      let decay = parameter.hasWeightDecay ? learningRate * weightDecay : 0
      forEachChunk(of: value, workers) { start, count in
        kernels.adamw_step(
          value.base + start, gradient.base + start, first.base + start, second.base + start, count, stepSize, beta1,
          beta2, epsilon, decay)
      }
    }
  }
}
