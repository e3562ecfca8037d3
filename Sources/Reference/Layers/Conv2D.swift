import CKernels

/// A two-dimensional convolution (cross-correlation).
///
/// Each output row is a batch-reduce GEMM over the kernel's rows: the pixels under one kernel row are contiguous in
/// memory, so overlapping rows of the image serve as the left matrix and only the padding has to be copied (no im2col).
public final class Conv2D: Layer {
  public enum Padding: Sendable {
    /// No padding.
    case valid
    /// Zero padding of half the kernel size on each side: with an odd kernel and a stride of 1, the size is preserved.
    case same
  }

  /// The height and width of the kernel, in pixels.
  public let kernelSize: Int
  public let stride: Int
  public let padding: Padding
  /// (kernel size, kernel size, input channels, output channels)
  public let weights: Parameter
  /// (output channels), or nil.
  public let bias: Parameter?
  public let inputChannels: Int
  public let outputChannels: Int

  private(set) var input: Tensor?
  private var output: Tensor?
  var inputGradient: Tensor?
  private var paddedInputs: Tensor?  // (workers, padded height, padded width, input channels); the padding stays 0
  var dilatedGradients: Tensor?  // (workers, ...), see `backward`
  var partialGradients: Tensor?  // (shards, weights + bias)
  var flippedWeights: Tensor?

  /// Creates a convolution with normally distributed weights and a zero bias.
  /// - Parameters:
  ///   - inputChannels: the number of input channels.
  ///   - outputChannels: the number of filters.
  ///   - kernelSize: the height and width of the kernel, in pixels.
  ///   - stride: the step of the kernel, in pixels.
  ///   - padding: the padding around the image.
  ///   - hasBias: whether a bias is added to each output channel.
  ///   - weightStandardDeviation: the standard deviation of the initial weights; nil for He initialization.
  ///   - random: the generator for the initial weights.
  public init(
    inputChannels: Int, outputChannels: Int, kernelSize: Int, stride: Int = 1, padding: Padding = .same,
    hasBias: Bool = true, weightStandardDeviation: Float? = nil, random: inout RandomGenerator
  ) {
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.kernelSize = kernelSize
    self.stride = stride
    self.padding = padding
    let shape = [kernelSize, kernelSize, inputChannels, outputChannels]
    let values = Tensor.normal(
      shape: shape, fanIn: kernelSize * kernelSize * inputChannels, standardDeviation: weightStandardDeviation,
      random: &random)
    weights = Parameter(name: "weights", value: values, hasWeightDecay: true)
    bias = hasBias ? Parameter(name: "bias", value: Tensor(shape: [outputChannels])) : nil
  }

  public var parameters: [Parameter] { bias.map { [weights, $0] } ?? [weights] }

  /// The zero padding on each side, in pixels.
  var paddingSize: Int { padding == .same ? kernelSize / 2 : 0 }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    guard inputShape.count == 3, inputShape[2] == inputChannels else {
      throw ShapeError("Conv2D expects (height, width, \(inputChannels)), found \(inputShape)")
    }
    let sizes = inputShape.prefix(2).map { ($0 + 2 * paddingSize - kernelSize) / stride + 1 }
    guard inputShape[0] + 2 * paddingSize >= kernelSize, inputShape[1] + 2 * paddingSize >= kernelSize else {
      throw ShapeError(
        "a \(kernelSize)×\(kernelSize) kernel does not fit a \(inputShape[0])×\(inputShape[1]) image")
    }
    return sizes + [outputChannels]
  }

  public func multiplyAdds(for inputShape: [Int]) -> Int {
    guard let output = try? outputShape(for: inputShape) else { return 0 }
    return output[0] * output[1] * weights.value.count
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    let geometry = ConvolutionGeometry(self, input.shape)
    let output = Tensor.reusing(
      &output, shape: [geometry.batch, geometry.outputHeight, geometry.outputWidth, outputChannels])
    let padded = paddedInputs(geometry, pass.workers)
    let (kernels, weights, bias) = (pass.workers.kernels, weights.value, bias?.value)
    let (kernelSize, stride, inputChannels, outputChannels) = (kernelSize, stride, inputChannels, outputChannels)
    pass.workers.forEach(geometry.batch) { image, worker in
      let source = geometry.paddedImage(image, of: input, scratch: padded, worker)
      var gemm = KernelGEMM.convolutionRow(
        weights: weights.base, bias: bias.map { UnsafePointer($0.base) }, kernelSize: kernelSize, stride: stride,
        inputChannels: inputChannels, outputChannels: outputChannels, inputRowStride: geometry.paddedRowStride,
        outputWidth: geometry.outputWidth)
      for y in 0..<geometry.outputHeight {
        gemm.left = source + y * stride * geometry.paddedRowStride
        gemm.out = output.base + (image * geometry.outputHeight + y) * geometry.outputWidth * outputChannels
        kernels.gemm(&gemm)
      }
    }
    self.input = input
    return output
  }

  /// Scratch memory for one padded image per worker; nil without padding.
  func paddedInputs(_ geometry: ConvolutionGeometry, _ workers: Workers) -> Tensor? {
    guard geometry.padding > 0 else { return nil }
    let (height, width) = (geometry.height + 2 * geometry.padding, geometry.width + 2 * geometry.padding)
    return Tensor.reusing(&paddedInputs, shape: [workers.count, height, width, inputChannels])
  }
}
