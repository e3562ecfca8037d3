import CKernels

/// Global average pooling: (batch, height, width, channels) -> (batch, channels).
public final class GlobalAveragePool2D: Layer {
  private var inputShape: [Int]?
  private var output: Tensor?
  private var inputGradient: Tensor?

  public init() {}

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    guard inputShape.count == 3 else {
      throw ShapeError("GlobalAveragePool2D expects (height, width, channels), found \(inputShape)")
    }
    return [inputShape[2]]
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    inputShape = input.shape
    let (channels, pixels) = (input.shape[3], input.shape[1] * input.shape[2])
    let output = Tensor.reusing(&output, shape: [input.shape[0], channels])
    let kernels = pass.workers.kernels
    pass.workers.forEachChunk(of: input.shape[0], size: 8) { chunk, _ in
      for image in chunk {
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
    pass.workers.forEachChunk(of: inputShape[0], size: 8) { chunk, _ in
      for image in chunk {
        let firstPixel = result.base + image * result.stride
        let gradients = outputGradient.base + image * channels
        for channel in 0..<channels { firstPixel[channel] = gradients[channel] / Float(pixels) }
        for pixel in 1..<max(1, pixels) { (firstPixel + pixel * channels).update(from: firstPixel, count: channels) }
      }
    }
    return result
  }
}
