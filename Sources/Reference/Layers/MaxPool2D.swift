import CKernels

/// Max pooling with non-overlapping `size` × `size` windows.
///
/// Trailing rows and columns that do not fill a window are dropped. Ties: the first maximum of a window, in row-major
/// order, receives the gradient.
public final class MaxPool2D: Layer {
  /// The height and width of a window, in pixels; also the stride.
  public let size: Int
  private var input: Tensor?
  private var output: Tensor?
  private var inputGradient: Tensor?

  public init(size: Int = 2) { self.size = size }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    guard inputShape.count == 3, inputShape[0] >= size, inputShape[1] >= size else {
      throw ShapeError("MaxPool2D expects an image of at least \(size)×\(size) pixels, found \(inputShape)")
    }
    return [inputShape[0] / size, inputShape[1] / size, inputShape[2]]
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    let shape = input.shape
    let output = Tensor.reusing(&output, shape: [shape[0], shape[1] / size, shape[2] / size, shape[3]])
    let (kernels, pool) = (pass.workers.kernels, pool(for: shape))
    pass.workers.forEachChunk(of: shape[0], size: 8) { chunk, _ in
      var pool = pool
      for image in chunk {
        kernels.max_pool(&pool, input.base + image * input.stride, output.base + image * output.stride)
      }
    }
    self.input = input
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard needsInputGradient, let input, let output else { return nil }
    let shape = input.shape
    let result = Tensor.reusing(&inputGradient, shape: shape)
    let (kernels, pool) = (pass.workers.kernels, pool(for: shape))
    let coversAllPixels = shape[1] % size == 0 && shape[2] % size == 0
    pass.workers.forEachChunk(of: shape[0], size: 8) { chunk, _ in
      var pool = pool
      for image in chunk {
        let gradient = result.base + image * result.stride
        if !coversAllPixels { gradient.update(repeating: 0, count: result.stride) }
        kernels.max_pool_gradient(
          &pool, input.base + image * input.stride, output.base + image * output.stride,
          outputGradient.base + image * outputGradient.stride, gradient)
      }
    }
    return result
  }

  private func pool(for shape: [Int]) -> KernelMaxPool {
    KernelMaxPool(
      input_width: shape[2], output_height: shape[1] / size, output_width: shape[2] / size, channels: shape[3],
      size: size)
  }
}
