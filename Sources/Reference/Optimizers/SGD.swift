import CKernels

/// Stochastic gradient descent with momentum, as defined by PyTorch: v = momentum × v + g, w -= learning rate × v.
public final class SGD: Optimizer {
  /// The momentum coefficient, in [0, 1).
  public let momentum: Float
  /// Whether to use Nesterov momentum (Nesterov 1983).
  public let isNesterov: Bool
  /// The L2 coefficient: weight decay × w is added to the gradient of w.
  public let weightDecay: Float
  public var stepCount = 0
  private var velocities: [Tensor] = []

  public init(momentum: Float = 0, isNesterov: Bool = false, weightDecay: Float = 0) {
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.weightDecay = weightDecay
  }

  public var state: [(name: String, tensor: Tensor)] {
    velocities.enumerated().map { ("velocity\($0.offset)", $0.element) }
  }

  public func prepare(for parameters: [Parameter]) {
    guard velocities.isEmpty else { return }
    velocities = parameters.compactMap(\.gradient).map { Tensor(shape: $0.shape) }
  }

  public func step(_ parameters: [Parameter], learningRate: Float, workers: Workers) {
    prepare(for: parameters)
    let (kernels, momentum, isNesterov) = (workers.kernels, momentum, isNesterov)
    for (parameter, velocity) in zip(parameters.filter { $0.gradient != nil }, velocities) {
      guard let gradient = parameter.gradient else { continue }
      let (value, weightDecay) = (parameter.value, parameter.hasWeightDecay ? weightDecay : 0)
      forEachChunk(of: value, workers) { first, count in
        kernels.sgd_step(
          value.base + first, gradient.base + first, velocity.base + first, count, learningRate, momentum, weightDecay,
          isNesterov ? 1 : 0)
      }
    }
    stepCount += 1
  }
}
