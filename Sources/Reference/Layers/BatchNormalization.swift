import CKernels

/// Batch normalization (Ioffe and Szegedy 2015), optionally fused with the ReLU that usually follows it.
///
/// Normalizes each channel over the batch and all pixels, then applies a learned scale (gamma) and shift (beta). Inference
/// uses running averages of mean and variance; the running variance is unbiased, as in PyTorch.
public final class BatchNormalization: Layer {
  /// Whether a ReLU follows.
  public let appliesReLU: Bool
  /// The weight of a batch in the running averages, in (0, 1].
  public let momentum: Float
  /// Added to the variance for numerical stability.
  public let epsilon: Float
  /// The learned scale, (channels).
  public let gamma: Parameter
  /// The learned shift, (channels).
  public let beta: Parameter
  /// (channels)
  public let runningMean: Parameter
  /// (channels)
  public let runningVariance: Parameter

  private var input: Tensor?
  private var output: Tensor?
  private var inputGradient: Tensor?
  private var partialSums: Tensor?  // (chunks, 2, channels)
  private var mean: [Float]
  private var inverseDeviation: [Float]  // 1 / sqrt(variance + epsilon)
  private static let chunkSize = 8  // images summed in single precision

  public init(channels: Int, appliesReLU: Bool, momentum: Float = 0.1, epsilon: Float = 1e-5) {
    self.appliesReLU = appliesReLU
    self.momentum = momentum
    self.epsilon = epsilon
    let ones = [Float](repeating: 1, count: channels)
    gamma = Parameter(name: "gamma", value: Tensor(shape: [channels], values: ones))
    beta = Parameter(name: "beta", value: Tensor(shape: [channels]))
    runningMean = Parameter(name: "running_mean", value: Tensor(shape: [channels]), isTrainable: false)
    runningVariance = Parameter(
      name: "running_variance", value: Tensor(shape: [channels], values: ones), isTrainable: false)
    mean = Array(repeating: 0, count: channels)
    inverseDeviation = ones
  }

  public var parameters: [Parameter] { [gamma, beta, runningMean, runningVariance] }
  private var channels: Int { gamma.value.count }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    guard inputShape.last == channels else {
      throw ShapeError("BatchNormalization expects (..., \(channels)), found \(inputShape)")
    }
    return inputShape
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    if pass.isTraining {
      updateStatistics(input, pass.workers)
    } else {
      mean = runningMean.value.values
      inverseDeviation = runningVariance.value.values.map { 1 / ($0 + epsilon).squareRoot() }
    }
    // (x - mean) / deviation * gamma + beta, folded into one scale and shift per channel.
    var scale = inverseDeviation
    var shift = mean
    for channel in 0..<channels {
      scale[channel] *= gamma.value.base[channel]
      shift[channel] = beta.value.base[channel] - mean[channel] * scale[channel]
    }
    let output = Tensor.reusing(&output, shape: input.shape)
    let (kernels, channels, appliesReLU) = (pass.workers.kernels, channels, appliesReLU)
    pass.workers.forEachChunk(of: input.shape[0], size: Self.chunkSize) { [scale, shift] chunk, _ in
      let first = chunk.lowerBound * input.stride
      kernels.affine(
        input.base + first, chunk.count * input.stride / channels, channels, scale, shift, appliesReLU ? 1 : 0,
        output.base + first)
    }
    self.input = input
    return output
  }

  /// Computes the batch statistics and updates the running averages.
  private func updateStatistics(_ input: Tensor, _ workers: Workers) {
    let (kernels, channels) = (workers.kernels, channels)
    let sums = channelSums(of: input, workers) { first, count, sums, squares in
      kernels.moments(input.base + first, count, channels, sums, squares)
    }
    let count = Double(input.count / channels)
    for channel in 0..<channels {
      let average = sums[channel] / count
      let variance = max(0, sums[channels + channel] / count - average * average)
      mean[channel] = Float(average)
      inverseDeviation[channel] = Float(1 / (variance + Double(epsilon)).squareRoot())
      let unbiased = Float(variance * count / max(1, count - 1))
      runningMean.value.base[channel] += momentum * (Float(average) - runningMean.value.base[channel])
      runningVariance.value.base[channel] += momentum * (unbiased - runningVariance.value.base[channel])
    }
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard let input, let output else { return nil }
    let (kernels, channels, mask) = (pass.workers.kernels, channels, appliesReLU ? output : nil)
    let sums = channelSums(of: input, pass.workers) { first, count, sums, products in
      kernels.gradient_moments(
        outputGradient.base + first, input.base + first, mask.map { UnsafePointer($0.base) + first }, count, channels,
        sums, products)
    }
    let coefficients = setGradients(sums, count: Double(input.count / channels), isTraining: pass.isTraining)
    guard needsInputGradient else { return nil }
    let result = Tensor.reusing(&inputGradient, shape: input.shape)
    pass.workers.forEachChunk(of: input.shape[0], size: Self.chunkSize) { chunk, _ in
      let first = chunk.lowerBound * input.stride
      kernels.gradient_affine(
        outputGradient.base + first, input.base + first, mask.map { UnsafePointer($0.base) + first },
        chunk.count * input.stride / channels, channels, coefficients.gradientScale, coefficients.inputScale,
        coefficients.shift, result.base + first)
    }
    return result
  }

  /// Sets the gradients of gamma and beta.
  /// - Parameter sums: per channel, the sums of g and of g × x.
  /// - Returns: per channel, the coefficients of the input gradient: gradientScale × g + inputScale × x + shift.
  private func setGradients(
    _ sums: [Double], count: Double, isTraining: Bool
  ) -> (gradientScale: [Float], inputScale: [Float], shift: [Float]) {
    var gradientScale = inverseDeviation
    var inputScale = Array(repeating: Float(0), count: channels)
    var shift = inputScale
    for channel in 0..<channels {
      let inverse = Double(inverseDeviation[channel])
      let average = Double(mean[channel])
      let sum = sums[channel]
      let product = (sums[channels + channel] - average * sum) * inverse  // the sum of g × normalized x
      beta.gradient?.base[channel] = Float(sum)
      gamma.gradient?.base[channel] = Float(product)
      let factor = Double(gamma.value.base[channel]) * inverse
      gradientScale[channel] = Float(factor)
      guard isTraining else { continue }
      inputScale[channel] = Float(-factor * inverse * product / count)
      shift[channel] = Float(-factor * (sum - average * inverse * product) / count)
    }
    return (gradientScale, inputScale, shift)
  }

  /// Sums two values per channel over all pixels: in single precision within a chunk of images, then in double precision
  /// and in order over the chunks.
  private func channelSums(
    of input: Tensor, _ workers: Workers,
    _ add: @Sendable (_ first: Int, _ count: Int, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) -> [Double] {
    let (batch, channels) = (input.shape[0], channels)
    let chunks = (batch + Self.chunkSize - 1) / Self.chunkSize
    let partial = Tensor.reusing(&partialSums, shape: [chunks, 2 * channels])
    partial.fill(0)
    workers.forEachChunk(of: batch, size: Self.chunkSize) { chunk, _ in
      let sums = partial.base + chunk.lowerBound / Self.chunkSize * partial.stride
      add(chunk.lowerBound * input.stride, chunk.count * input.stride / channels, sums, sums + channels)
    }
    var total = Array(repeating: Double(0), count: 2 * channels)
    for index in 0..<partial.count { total[index % (2 * channels)] += Double(partial.base[index]) }
    return total
  }
}
