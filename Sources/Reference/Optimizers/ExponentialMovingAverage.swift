import CKernels

/// An exponential moving average (EMA) of a network's parameters and running statistics, which often generalizes better
/// than the last weights (Polyak and Juditsky 1992; Tarvainen and Valpola 2017).
public final class ExponentialMovingAverage {
  /// The EMA decay per step, in [0, 1).
  public let decay: Float
  /// The averages, in the order of the parameters.
  public let averages: [Tensor]
  /// The number of updates.
  public var updateCount = 0
  private let parameters: [Parameter]

  /// - Parameters:
  ///   - decay: the EMA decay per step, in [0, 1). Early updates use (1 + n) / (10 + n) where that is smaller, so that the
  ///     random initialization is forgotten quickly.
  ///   - parameters: the parameters to average.
  public init(decay: Float, parameters: [Parameter]) {
    self.decay = decay
    self.parameters = parameters
    averages = parameters.map { Tensor(shape: $0.value.shape, values: $0.value.values) }
  }

  /// Updates the averages with the current parameters.
  public func update(workers: Workers) {
    updateCount += 1
    let decay = min(decay, Float(1 + updateCount) / Float(10 + updateCount))
    let kernels = workers.kernels
    for (parameter, average) in zip(parameters, averages) {
      let value = parameter.value
      forEachChunk(of: value, workers) { first, count in
        for index in first..<first + count { average.base[index] *= decay }
        kernels.add_scaled(value.base + first, 1 - decay, count, average.base + first)
      }
    }
  }

  /// Swaps the parameters with their averages; a second call restores them.
  public func swap() {
    for (parameter, average) in zip(parameters, averages) {
      for index in 0..<average.count { Swift.swap(&parameter.value.base[index], &average.base[index]) }
    }
  }
}
