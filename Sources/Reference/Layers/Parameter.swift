/// A persistent tensor of a layer: a trainable parameter with its gradient, or a running statistic without one.
public final class Parameter: @unchecked Sendable {
  /// The name within the layer, such as `weights`.
  public let name: String
  /// The current value.
  public let value: Tensor
  /// The gradient of the loss with respect to `value`; nil for running statistics.
  public let gradient: Tensor?
  /// Whether weight decay applies: true for weights, false for biases and normalization parameters.
  public let hasWeightDecay: Bool

  public init(name: String, value: Tensor, isTrainable: Bool = true, hasWeightDecay: Bool = false) {
    self.name = name
    self.value = value
    gradient = isTrainable ? Tensor(shape: value.shape) : nil
    self.hasWeightDecay = hasWeightDecay
  }
}
