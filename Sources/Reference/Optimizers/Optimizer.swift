/// An algorithm that updates parameters from their gradients.
public protocol Optimizer: AnyObject {
  /// Updates every trainable parameter once.
  /// - Parameters:
  ///   - parameters: the same parameters in the same order at every call.
  ///   - learningRate: the learning rate of this step.
  ///   - workers: the threads that share the work.
  func step(_ parameters: [Parameter], learningRate: Float, workers: Workers)

  /// The state to save in a checkpoint, as named tensors.
  var state: [(name: String, tensor: Tensor)] { get }

  /// Allocates the state for these parameters, so that it can be restored from a checkpoint before the first step.
  func prepare(for parameters: [Parameter])

  /// The number of steps taken.
  var stepCount: Int { get set }
}

/// Splits the elements of a parameter into chunks that threads update in parallel.
func forEachChunk(
  of tensor: Tensor, _ workers: Workers, _ body: @Sendable (_ first: Int, _ count: Int) -> Void
) {
  workers.forEachChunk(of: tensor.count, size: 1 << 15) { chunk, _ in body(chunk.lowerBound, chunk.count) }
}
