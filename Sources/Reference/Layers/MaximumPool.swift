import CKernels

/// The largest of each window of `size` × `size` pixels, channel by channel; windows lie side by side.
///
/// Rows and columns that no whole window covers are left out. Of equal maxima the first gets the gradient.
public final class MaximumPool: Layer {
  public let size: Int
  private var input: Tensor?
  private var output: Tensor?
  private var inputGradient: Tensor?

  public init(size: Int = 2) { self.size = size }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    guard inputShape.count == 3, inputShape[0] >= size, inputShape[1] >= size else {
      throw ShapeError("a pool of \(size) × \(size) takes an image of that size at least, found \(inputShape)")
    }
    return [inputShape[0] / size, inputShape[1] / size, inputShape[2]]
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    let shape = input.shape
    let output = Tensor.reusing(&output, shape: [shape[0], shape[1] / size, shape[2] / size, shape[3]])
    let (kernels, window) = (pass.workers.kernels, window(of: shape))
    pass.workers.forEachRun(of: shape[0], length: 8) { run, _ in
      var window = window
      for image in run {
        kernels.maximum_pool(&window, input.base + image * input.stride, output.base + image * output.stride)
      }
    }
    self.input = input
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard needsInputGradient, let input, let output else { return nil }
    let shape = input.shape
    let result = Tensor.reusing(&inputGradient, shape: shape)
    let (kernels, window) = (pass.workers.kernels, window(of: shape))
    let isCovered = shape[1] % size == 0 && shape[2] % size == 0
    pass.workers.forEachRun(of: shape[0], length: 8) { run, _ in
      var window = window
      for image in run {
        let gradient = result.base + image * result.stride
        if !isCovered { gradient.update(repeating: 0, count: result.stride) }
        kernels.maximum_pool_gradient(
          &window, input.base + image * input.stride, output.base + image * output.stride,
          outputGradient.base + image * outputGradient.stride, gradient)
      }
    }
    return result
  }

  private func window(of shape: [Int]) -> KernelPool {
    KernelPool(
      input_width: shape[2], output_height: shape[1] / size, output_width: shape[2] / size, channels: shape[3],
      size: size)
  }
}
