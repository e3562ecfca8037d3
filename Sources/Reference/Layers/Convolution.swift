import CKernels

/// A two-dimensional convolution (cross-correlation, as everywhere in the field).
///
/// Weights are (kernel height, kernel width, input channels, output channels). Where a kernel row lies on a row of the
/// image, the pixels under it are contiguous; so each row of the output is a product of matrices whose left rows
/// overlap in memory, and nothing has to be copied but the padding.
public final class Convolution: Layer {
  public enum Padding: Sendable {
    /// None: the kernel stays within the image.
    case valid
    /// Half the kernel's size of zeros on each side: with a stride of 1 the size stays.
    case same
  }

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
  private var paddedInputs: Tensor?  // (workers, padded height, padded width, input channels); the border stays 0
  var spreadGradients: Tensor?  // (workers, ...): see `backward`
  var partialGradients: Tensor?  // (shards, weights)
  var turnedWeights: Tensor?

  /// Makes a convolution with normal random weights and a bias of zeros.
  /// - Parameters:
  ///   - inputChannels: how many numbers each pixel of the input has.
  ///   - outputChannels: how many kernels there are, each of which makes one number of every pixel.
  ///   - kernelSize: the height and width of a kernel, in pixels.
  ///   - stride: how many pixels the kernel moves on from one pixel of the output to the next.
  ///   - padding: what stands around the image.
  ///   - hasBias: whether a number of its own is added to each channel of the output.
  ///   - weightDeviation: the weights' standard deviation; nil for the root of 2 / inputs (He et al. 2015).
  ///   - random: where the weights are drawn from.
  public init(
    inputChannels: Int, outputChannels: Int, kernelSize: Int, stride: Int = 1, padding: Padding = .same,
    hasBias: Bool = true, weightDeviation: Float? = nil, random: inout RandomGenerator
  ) {
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.kernelSize = kernelSize
    self.stride = stride
    self.padding = padding
    let shape = [kernelSize, kernelSize, inputChannels, outputChannels]
    let fanIn = kernelSize * kernelSize * inputChannels
    let values = Tensor.normal(shape: shape, fanIn: fanIn, deviation: weightDeviation, random: &random)
    weights = Parameter(name: "weights", value: values, decays: true)
    bias = hasBias ? Parameter(name: "bias", value: Tensor(shape: [outputChannels])) : nil
  }

  public var parameters: [Parameter] { bias.map { [weights, $0] } ?? [weights] }

  var margin: Int { padding == .same ? kernelSize / 2 : 0 }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    guard inputShape.count == 3, inputShape[2] == inputChannels else {
      throw ShapeError(
        "a convolution of \(inputChannels) channels takes (height, width, \(inputChannels)), found \(inputShape)")
    }
    let extents = inputShape.prefix(2).map { ($0 + 2 * margin - kernelSize) / stride + 1 }
    guard inputShape[0] + 2 * margin >= kernelSize, inputShape[1] + 2 * margin >= kernelSize else {
      throw ShapeError(
        "a kernel of \(kernelSize) × \(kernelSize) does not fit an image of \(inputShape[0]) × \(inputShape[1])")
    }
    return extents + [outputChannels]
  }

  public func multiplyAdds(for inputShape: [Int]) -> Int {
    guard let output = try? outputShape(for: inputShape) else { return 0 }
    return output[0] * output[1] * weights.value.count
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    let size = ConvolutionSizes(self, input.shape)
    let output = Tensor.reusing(&output, shape: [size.batch, size.outputHeight, size.outputWidth, outputChannels])
    let padded = paddedInputs(size, pass.workers)
    let (kernels, weights, bias) = (pass.workers.kernels, weights.value, bias?.value)
    let (kernelSize, stride, inputChannels, outputChannels) = (kernelSize, stride, inputChannels, outputChannels)
    pass.workers.forEach(size.batch) { image, worker in
      let source = size.paddedImage(image, of: input, scratch: padded, worker)
      var product = KernelProduct()
      product.left_row = size.paddedRow
      product.left_step = 1
      product.left_item = stride * inputChannels
      product.right = UnsafePointer(weights.base)
      product.right_row = kernelSize * inputChannels * outputChannels
      product.right_step = outputChannels
      product.bias = bias.map { UnsafePointer($0.base) }
      product.out_item = outputChannels
      product.rows = kernelSize
      product.steps = kernelSize * inputChannels
      product.items = size.outputWidth
      product.columns = outputChannels
      for y in 0..<size.outputHeight {
        product.left = source + y * stride * size.paddedRow
        product.out = output.base + (image * size.outputHeight + y) * size.outputWidth * outputChannels
        kernels.product(&product)
      }
    }
    self.input = input
    return output
  }

  /// Room for one image with its border of zeros a worker; nil where there is no border.
  func paddedInputs(_ size: ConvolutionSizes, _ workers: Workers) -> Tensor? {
    guard size.margin > 0 else { return nil }
    let shape = [workers.count, size.height + 2 * size.margin, size.width + 2 * size.margin, inputChannels]
    return Tensor.reusing(&paddedInputs, shape: shape)
  }
}
