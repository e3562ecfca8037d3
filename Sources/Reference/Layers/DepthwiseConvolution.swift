import CKernels

/// A convolution of each channel on its own, with zeros around the image, half the kernel's size on each side.
///
/// Weights are (kernel height, kernel width, channels). There is no bias: batch normalization follows it.
public final class DepthwiseConvolution: Layer {
  public let channels: Int
  public let kernelSize: Int
  public let stride: Int
  /// (kernel size, kernel size, channels)
  public let weights: Parameter

  private var output: Tensor?
  private var inputGradient: Tensor?
  private var paddedInput: Tensor?  // (batch, padded height, padded width, channels); the border stays 0
  private var paddedGradients: Tensor?  // (workers, padded height, padded width, channels)
  private var partialGradients: Tensor?  // (shards, weights)
  private var inputShape: [Int] = []

  /// Makes a convolution with random weights (He et al. 2015).
  public init(channels: Int, kernelSize: Int, stride: Int = 1, random: inout RandomGenerator) {
    self.channels = channels
    self.kernelSize = kernelSize
    self.stride = stride
    let shape = [kernelSize, kernelSize, channels]
    let values = Tensor.normal(shape: shape, fanIn: kernelSize * kernelSize, random: &random)
    weights = Parameter(name: "weights", value: values, decays: true)
  }

  public var parameters: [Parameter] { [weights] }
  private var margin: Int { kernelSize / 2 }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    guard inputShape.count == 3, inputShape[2] == channels else {
      throw ShapeError(
        "a depthwise convolution of \(channels) channels takes (height, width, \(channels)), found \(inputShape)")
    }
    return inputShape.prefix(2).map { ($0 + 2 * margin - kernelSize) / stride + 1 } + [channels]
  }

  public func multiplyAdds(for inputShape: [Int]) -> Int {
    guard let output = try? outputShape(for: inputShape) else { return 0 }
    return output[0] * output[1] * weights.value.count
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    inputShape = input.shape
    let shape = kernelShape
    let output = Tensor.reusing(
      &output, shape: [input.shape[0], shape.output_height, shape.output_width, channels])
    let padded = Tensor.reusing(&paddedInput, shape: [input.shape[0]] + paddedShape)
    let (kernels, weights, margin) = (pass.workers.kernels, weights.value, margin)
    pass.workers.forEach(input.shape[0]) { image, _ in
      let target = padded.base + image * padded.stride
      let row = input.shape[2] * input.shape[3]
      for y in 0..<input.shape[1] {
        (target + ((y + margin) * shape.input_width + margin) * shape.channels)
          .update(from: input.base + image * input.stride + y * row, count: row)
      }
      var shape = shape
      kernels.depthwise(&shape, target, weights.base, output.base + image * output.stride)
    }
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard let padded = paddedInput, let gradient = weights.gradient else { return nil }
    let (batch, shape, kernels) = (inputShape[0], kernelShape, pass.workers.kernels)
    let length = (batch + 15) / 16
    let partial = Tensor.reusing(&partialGradients, shape: [(batch + length - 1) / length, gradient.count])
    partial.fill(0)
    pass.workers.forEachRun(of: batch, length: length) { run, _ in
      var shape = shape
      for image in run {
        kernels.depthwise_weight_gradient(
          &shape, padded.base + image * padded.stride, outputGradient.base + image * outputGradient.stride,
          partial.base + run.lowerBound / length * partial.stride)
      }
    }
    partial.sumRows(from: 0, into: gradient, pass.workers)
    return needsInputGradient ? findInputGradient(outputGradient, pass.workers) : nil
  }

  private func findInputGradient(_ outputGradient: Tensor, _ workers: Workers) -> Tensor {
    let result = Tensor.reusing(&inputGradient, shape: inputShape)
    let padded = Tensor.reusing(&paddedGradients, shape: [workers.count] + paddedShape)
    let (kernels, shape, weights, margin) = (workers.kernels, kernelShape, weights.value, margin)
    workers.forEach(result.shape[0]) { image, worker in
      let scratch = padded.base + worker * padded.stride
      scratch.update(repeating: 0, count: padded.stride)
      var shape = shape
      kernels.depthwise_input_gradient(
        &shape, outputGradient.base + image * outputGradient.stride, weights.base, scratch)
      let row = result.shape[2] * result.shape[3]
      for y in 0..<result.shape[1] {
        (result.base + image * result.stride + y * row)
          .update(from: scratch + ((y + margin) * shape.input_width + margin) * shape.channels, count: row)
      }
    }
    return result
  }

  private var paddedShape: [Int] { [inputShape[1] + 2 * margin, inputShape[2] + 2 * margin, channels] }

  private var kernelShape: KernelDepthwise {
    KernelDepthwise(
      input_width: inputShape[2] + 2 * margin,
      output_height: (inputShape[1] + 2 * margin - kernelSize) / stride + 1,
      output_width: (inputShape[2] + 2 * margin - kernelSize) / stride + 1,
      channels: channels, size: kernelSize, stride: stride)
  }
}
