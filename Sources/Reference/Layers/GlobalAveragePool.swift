import CKernels

/// The mean of every channel over all pixels: an image becomes as many numbers as it has channels.
public final class GlobalAveragePool: Layer {
  private var inputShape: [Int]?
  private var output: Tensor?
  private var inputGradient: Tensor?

  public init() {}

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    guard inputShape.count == 3 else {
      throw ShapeError("expected 3 axes for a global average pool, (height, width, channels), found \(inputShape)")
    }
    return [inputShape[2]]
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    inputShape = input.shape
    let (channels, pixels) = (input.shape[3], input.shape[1] * input.shape[2])
    let output = Tensor.reusing(&output, shape: [input.shape[0], channels])
    let kernels = pass.workers.kernels
    pass.workers.forEachRun(of: input.shape[0], length: 8) { run, _ in
      for image in run {
        let means = output.base + image * channels
        means.update(repeating: 0, count: channels)
        kernels.column_sums(input.base + image * input.stride, pixels, channels, means)
        for channel in 0..<channels { means[channel] /= Float(pixels) }
      }
    }
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard needsInputGradient, let inputShape else { return nil }
    let (channels, pixels) = (inputShape[3], inputShape[1] * inputShape[2])
    let result = Tensor.reusing(&inputGradient, shape: inputShape)
    pass.workers.forEachRun(of: inputShape[0], length: 8) { run, _ in
      for image in run {
        let share = result.base + image * result.stride
        let gradients = outputGradient.base + image * channels
        for channel in 0..<channels { share[channel] = gradients[channel] / Float(pixels) }
        for pixel in 1..<max(1, pixels) { (share + pixel * channels).update(from: share, count: channels) }
      }
    }
    return result
  }
}
