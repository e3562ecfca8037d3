import CKernels

/// A depthwise convolution without bias, zero-padded by half the kernel size on each side.
public final class DepthwiseConv2D: Layer {
  public let channels: Int
  /// The height and width of the kernel, in pixels.
  public let kernelSize: Int
  public let stride: Int
  /// (kernel size, kernel size, channels)
  public let weights: Parameter

  private var output: Tensor?
  private var inputGradient: Tensor?
  private var paddedInput: Tensor?  // (batch, padded height, padded width, channels); the padding stays 0
  private var paddedGradients: Tensor?  // (workers, padded height, padded width, channels)
  private var partialGradients: Tensor?  // (shards, weights)
  private var inputShape: [Int] = []

  /// Creates a convolution with He-initialized weights (He et al. 2015).
  public init(channels: Int, kernelSize: Int, stride: Int = 1, random: inout RandomGenerator) {
    self.channels = channels
    self.kernelSize = kernelSize
    self.stride = stride
    let shape = [kernelSize, kernelSize, channels]
    let values = Tensor.normal(shape: shape, fanIn: kernelSize * kernelSize, random: &random)
    weights = Parameter(name: "weights", value: values, hasWeightDecay: true)
  }

  public var parameters: [Parameter] { [weights] }
  private var padding: Int { kernelSize / 2 }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    guard inputShape.count == 3, inputShape[2] == channels else {
      throw ShapeError("DepthwiseConv2D expects (height, width, \(channels)), found \(inputShape)")
    }
    return inputShape.prefix(2).map { ($0 + 2 * padding - kernelSize) / stride + 1 } + [channels]
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
    let (kernels, weights, padding) = (pass.workers.kernels, weights.value, padding)
    pass.workers.forEach(input.shape[0]) { image, _ in
      let target = padded.base + image * padded.stride
      let row = input.shape[2] * input.shape[3]
      for y in 0..<input.shape[1] {
        (target + ((y + padding) * shape.input_width + padding) * shape.channels)
          .update(from: input.base + image * input.stride + y * row, count: row)
      }
      var shape = shape
      kernels.depthwise_conv2d(&shape, target, weights.base, output.base + image * output.stride)
    }
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard let padded = paddedInput, let gradient = weights.gradient else { return nil }
    let (batch, shape, kernels) = (inputShape[0], kernelShape, pass.workers.kernels)
    let size = (batch + 15) / 16
    let partial = Tensor.reusing(&partialGradients, shape: [(batch + size - 1) / size, gradient.count])
    partial.fill(0)
    pass.workers.forEachChunk(of: batch, size: size) { chunk, _ in
      var shape = shape
      for image in chunk {
        kernels.depthwise_conv2d_weight_gradient(
          &shape, padded.base + image * padded.stride, outputGradient.base + image * outputGradient.stride,
          partial.base + chunk.lowerBound / size * partial.stride)
      }
    }
    partial.sumRows(from: 0, into: gradient, pass.workers)
    return needsInputGradient ? makeInputGradient(outputGradient, pass.workers) : nil
  }

  private func makeInputGradient(_ outputGradient: Tensor, _ workers: Workers) -> Tensor {
    let result = Tensor.reusing(&inputGradient, shape: inputShape)
    let padded = Tensor.reusing(&paddedGradients, shape: [workers.count] + paddedShape)
    let (kernels, shape, weights, padding) = (workers.kernels, kernelShape, weights.value, padding)
    workers.forEach(result.shape[0]) { image, worker in
      let scratch = padded.base + worker * padded.stride
      scratch.update(repeating: 0, count: padded.stride)
      var shape = shape
      kernels.depthwise_conv2d_input_gradient(
        &shape, outputGradient.base + image * outputGradient.stride, weights.base, scratch)
      let row = result.shape[2] * result.shape[3]
      for y in 0..<result.shape[1] {
        (result.base + image * result.stride + y * row)
          .update(from: scratch + ((y + padding) * shape.input_width + padding) * shape.channels, count: row)
      }
    }
    return result
  }

  private var paddedShape: [Int] { [inputShape[1] + 2 * padding, inputShape[2] + 2 * padding, channels] }

  private var kernelShape: KernelDepthwiseConv2D {
    KernelDepthwiseConv2D(
      input_width: inputShape[2] + 2 * padding,
      output_height: (inputShape[1] + 2 * padding - kernelSize) / stride + 1,
      output_width: (inputShape[2] + 2 * padding - kernelSize) / stride + 1,
      channels: channels, kernel_size: kernelSize, stride: stride)
  }
}
