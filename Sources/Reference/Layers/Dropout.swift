/// Inverted dropout (Srivastava et al. 2014): in training, elements are zeroed at random and the rest scaled by
/// 1 / (1 - rate). The identity in inference.
public final class Dropout: Layer {
  /// The probability of dropping an element, in [0, 1).
  public let rate: Float
  private let key: Int
  private var mask: Tensor?
  private var output: Tensor?
  private var inputGradient: Tensor?
  private var isActive = false

  /// - Parameters:
  ///   - rate: the probability of dropping an element, in [0, 1).
  ///   - key: selects the random stream; must differ between the dropout layers of a network.
  public init(rate: Float, key: Int = 0) {
    self.rate = rate
    self.key = key
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    isActive = pass.isTraining && rate > 0
    guard isActive else { return input }
    let mask = Tensor.reusing(&mask, shape: input.shape)
    let output = Tensor.reusing(&output, shape: input.shape)
    let (rate, key) = (rate, key)
    pass.workers.forEach(input.shape[0]) { example, _ in
      var random = pass.random.stream(key, example)
      let first = example * input.stride
      for index in first..<first + input.stride {
        mask.base[index] = random.uniform() < rate ? 0 : 1 / (1 - rate)
        output.base[index] = input.base[index] * mask.base[index]
      }
    }
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard isActive, let mask else { return outputGradient }
    let result = Tensor.reusing(&inputGradient, shape: mask.shape)
    pass.workers.forEachChunk(of: mask.count, size: 1 << 16) { chunk, _ in
      for index in chunk { result.base[index] = outputGradient.base[index] * mask.base[index] }
    }
    return result
  }
}
