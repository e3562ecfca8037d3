import CKernels

/// The rectified linear unit, max(x, 0).
public final class ReLU: Layer {
  private var output: Tensor?
  private var inputGradient: Tensor?

  public init() {}

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    let output = Tensor.reusing(&output, shape: input.shape)
    let kernels = pass.workers.kernels
    pass.workers.forEachChunk(of: input.count, size: 1 << 16) { chunk, _ in
      kernels.relu(input.base + chunk.lowerBound, chunk.count, output.base + chunk.lowerBound)
    }
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard needsInputGradient, let output else { return nil }
    let result = Tensor.reusing(&inputGradient, shape: output.shape)
    let kernels = pass.workers.kernels
    pass.workers.forEachChunk(of: output.count, size: 1 << 16) { chunk, _ in
      kernels.relu_gradient(
        outputGradient.base + chunk.lowerBound, output.base + chunk.lowerBound, chunk.count,
        result.base + chunk.lowerBound)
    }
    return result
  }
}
