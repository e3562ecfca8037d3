/// How parameters follow their gradients.
public protocol Optimizer: AnyObject {
  /// Moves every trainable parameter once.
  /// - Parameters:
  ///   - parameters: the same ones in the same order at every call.
  ///   - learningRate: the size of the step; what it means is the optimizer's.
  ///   - workers: the threads that share the work.
  func step(_ parameters: [Parameter], learningRate: Float, workers: Workers)

  /// What has to be saved to go on from here: a name and a tensor each, empty before the first step.
  var state: [(name: String, tensor: Tensor)] { get }

  /// Makes room for the state of these parameters, so that it can be filled with what was saved.
  func prepare(for parameters: [Parameter])

  /// How many steps were taken.
  var stepCount: Int { get set }
}

/// Cuts parameters into pieces that threads can share.
func forEachPiece(
  of tensor: Tensor, _ workers: Workers, _ body: @Sendable (_ first: Int, _ count: Int) -> Void
) {
  workers.forEachRun(of: tensor.count, length: 1 << 15) { run, _ in body(run.lowerBound, run.count) }
}
