import CKernels
import Foundation

/// Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019).
public final class Adam: Optimizer {
  /// How slowly the mean of the gradients changes, 0 ..< 1.
  public let beta1: Float
  /// How slowly the mean of their squares changes, 0 ..< 1.
  public let beta2: Float
  /// Keeps the step finite where gradients are tiny.
  public let epsilon: Float
  /// Share of a weight, times the learning rate, that each step takes off.
  public let weightDecay: Float
  public var stepCount = 0
  private var means: [Tensor] = []
  private var squares: [Tensor] = []

  public init(beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0) {
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  public var state: [(name: String, tensor: Tensor)] {
    means.enumerated().map { ("mean\($0.offset)", $0.element) }
      + squares.enumerated().map { ("square\($0.offset)", $0.element) }
  }

  public func prepare(for parameters: [Parameter]) {
    guard means.isEmpty else { return }
    means = parameters.compactMap(\.gradient).map { Tensor(shape: $0.shape) }
    squares = means.map { Tensor(shape: $0.shape) }
  }

  public func step(_ parameters: [Parameter], learningRate: Float, workers: Workers) {
    prepare(for: parameters)
    stepCount += 1
    // Both means start at zero; the correction of that goes into the rate and epsilon.
    let correction = (1 - pow(beta2, Float(stepCount))).squareRoot()
    let rate = learningRate * correction / (1 - pow(beta1, Float(stepCount)))
    let (kernels, beta1, beta2, epsilon) = (workers.kernels, beta1, beta2, epsilon * correction)
    for (index, parameter) in parameters.filter({ $0.gradient != nil }).enumerated() {
      guard let gradient = parameter.gradient else { continue }
      let (value, mean, square) = (parameter.value, means[index], squares[index])
      let decay = parameter.decays ? learningRate * weightDecay : 0
      forEachPiece(of: value, workers) { first, count in
        kernels.adam_step(
          value.base + first, gradient.base + first, mean.base + first, square.base + first, count, rate, beta1,
          beta2, epsilon, decay)
      }
    }
  }
}
