import CKernels

/// An exponential average of a network's parameters, running statistics too, which often tests better than the last
/// ones (Polyak and Juditsky 1992; Tarvainen and Valpola 2017).
public final class WeightAverage {
  /// Share of the average that stays from step to step, 0 ..< 1.
  public let decay: Float
  /// The averages, in the order of the parameters.
  public let averages: [Tensor]
  /// How many times it was updated.
  public var updateCount = 0
  private let parameters: [Parameter]

  /// - Parameters:
  ///   - decay: share of the average that stays from step to step, 0 ..< 1; less in the first steps, so that the
  ///     random start is soon forgotten.
  ///   - parameters: what is averaged.
  public init(decay: Float, parameters: [Parameter]) {
    self.decay = decay
    self.parameters = parameters
    averages = parameters.map { Tensor(shape: $0.value.shape, values: $0.value.values) }
  }

  /// Takes in the parameters as they are now.
  public func update(workers: Workers) {
    updateCount += 1
    let kept = min(decay, Float(1 + updateCount) / Float(10 + updateCount))
    let kernels = workers.kernels
    for (parameter, average) in zip(parameters, averages) {
      let value = parameter.value
      forEachPiece(of: value, workers) { first, count in
        for index in first..<first + count { average.base[index] *= kept }
        kernels.add_scaled(value.base + first, 1 - kept, count, average.base + first)
      }
    }
  }

  /// Exchanges the parameters and their averages; a second call puts them back.
  public func swap() {
    for (parameter, average) in zip(parameters, averages) {
      for index in 0..<average.count { Swift.swap(&parameter.value.base[index], &average.base[index]) }
    }
  }
}
