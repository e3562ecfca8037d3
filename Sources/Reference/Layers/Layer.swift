/// One step of a network: it maps a batch of inputs to a batch of outputs, and gradients back.
///
/// A layer keeps what `forward` saw until `backward` is done, and hands out tensors that it reuses in the next step.
public protocol Layer: AnyObject {
  /// What the optimizer adjusts, and what else has to be saved, in a fixed order.
  var parameters: [Parameter] { get }

  /// The shape of one output, without the batch axis.
  /// - Parameter inputShape: the shape of one input, without the batch axis.
  /// - Throws: `ShapeError` if the layer cannot take such an input.
  func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int]

  /// How many multiplications with an addition one input costs.
  func multiplyAdds(for inputShape: [Int]) -> Int

  /// Maps a batch.
  /// - Parameters:
  ///   - input: (batch, ...) in the shape that the layer was made for.
  ///   - pass: whether this is training, and who shares the work.
  /// - Returns: (batch, ...), valid until the next call.
  func forward(_ input: Tensor, _ pass: Pass) -> Tensor

  /// Takes the gradient of the loss by the output of the last `forward` and adds nothing up: every parameter's gradient
  /// is set anew.
  /// - Parameters:
  ///   - outputGradient: the gradient of the loss by what `forward` returned, in its shape.
  ///   - needsInputGradient: false for a first layer, which saves the work.
  ///   - pass: the one that `forward` was given.
  /// - Returns: the gradient of the loss by the input, or nil if nobody needs it.
  func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor?
}

extension Layer {
  public var parameters: [Parameter] { [] }
  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] { inputShape }
  public func multiplyAdds(for inputShape: [Int]) -> Int { 0 }
}

/// A tensor of a layer that lasts: a weight with its gradient, or a running statistic without one.
public final class Parameter: @unchecked Sendable {
  /// What it is called within its layer, such as `weights`.
  public let name: String
  /// The numbers themselves.
  public let value: Tensor
  /// The gradient of the loss by `value`; nil for what the optimizer must leave alone.
  public let gradient: Tensor?
  /// Whether weight decay pulls it to zero: true for weights, false for biases and the like.
  public let decays: Bool

  public init(name: String, value: Tensor, isTrainable: Bool = true, decays: Bool = false) {
    self.name = name
    self.value = value
    gradient = isTrainable ? Tensor(shape: value.shape) : nil
    self.decays = decays
  }
}

/// What a layer has to know of the step that it takes part in.
public struct Pass: Sendable {
  /// Whether the network is being trained: dropout drops and batch normalization measures only then.
  public var isTraining: Bool
  /// The threads that share the work.
  public var workers: Workers
  /// Where the layers draw from, of this step's own.
  public var random: RandomGenerator

  public init(isTraining: Bool, workers: Workers, random: RandomGenerator = RandomGenerator(seed: 0)) {
    self.isTraining = isTraining
    self.workers = workers
    self.random = random
  }
}

/// An input that a layer cannot take.
public struct ShapeError: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
