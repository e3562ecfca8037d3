/// A differentiable operation of a network: it maps a batch of inputs to outputs, and output gradients to input gradients.
///
/// Between `forward` and `backward` a layer caches what the gradient needs. Returned tensors are reused by the next call.
public protocol Layer: AnyObject {
  /// The trainable parameters and running statistics, in a fixed order.
  var parameters: [Parameter] { get }

  /// The shape of one output, without the batch axis.
  /// - Parameter inputShape: the shape of one input, without the batch axis.
  /// - Throws: `ShapeError` if the layer does not accept this shape.
  func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int]

  /// The number of multiply-adds in a forward pass of one input.
  /// - Parameter inputShape: the shape of one input, without the batch axis.
  func multiplyAdds(for inputShape: [Int]) -> Int

  /// Computes the outputs of a batch.
  /// - Parameters:
  ///   - input: (batch, ...)
  ///   - pass: the mode, threads and random numbers of this pass.
  /// - Returns: (batch, ...), valid until the next call.
  func forward(_ input: Tensor, _ pass: Pass) -> Tensor

  /// Computes the gradients for the last `forward` call. Parameter gradients are overwritten, not accumulated.
  /// - Parameters:
  ///   - outputGradient: the gradient of the loss with respect to the output, in the output's shape.
  ///   - needsInputGradient: false for the first layer of a network, which skips the input gradient.
  ///   - pass: the pass of the `forward` call.
  /// - Returns: the gradient of the loss with respect to the input, or nil if it is not needed.
  func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor?
}

extension Layer {
  public var parameters: [Parameter] { [] }
  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] { inputShape }
  public func multiplyAdds(for inputShape: [Int]) -> Int { 0 }
}
