import CKernels

/// The rectified linear unit: what is negative becomes zero.
public final class ReLU: Layer {
  private var output: Tensor?
  private var inputGradient: Tensor?

  public init() {}

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    let output = Tensor.reusing(&output, shape: input.shape)
    let kernels = pass.workers.kernels
    pass.workers.forEachRun(of: input.count, length: 1 << 16) { run, _ in
      kernels.rectify(input.base + run.lowerBound, run.count, output.base + run.lowerBound)
    }
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard needsInputGradient, let output else { return nil }
    let result = Tensor.reusing(&inputGradient, shape: output.shape)
    let kernels = pass.workers.kernels
    pass.workers.forEachRun(of: output.count, length: 1 << 16) { run, _ in
      kernels.rectify_gradient(
        outputGradient.base + run.lowerBound, output.base + run.lowerBound, run.count, result.base + run.lowerBound)
    }
    return result
  }
}
