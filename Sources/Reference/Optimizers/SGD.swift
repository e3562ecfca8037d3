import CKernels

/// Stochastic gradient descent with momentum, as PyTorch defines it: v = momentum × v + g, w -= rate × v.
public final class SGD: Optimizer {
  /// Share of the velocity that stays from step to step, 0 ..< 1.
  public let momentum: Float
  /// Whether the step looks ahead along the velocity (Nesterov 1983).
  public let isNesterov: Bool
  /// Share of a weight that is added to its gradient.
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
      let (value, decay) = (parameter.value, parameter.decays ? weightDecay : 0)
      forEachPiece(of: value, workers) { first, count in
        kernels.momentum_step(
          value.base + first, gradient.base + first, velocity.base + first, count, learningRate, momentum, decay,
          isNesterov ? 1 : 0)
      }
    }
    stepCount += 1
  }
}
