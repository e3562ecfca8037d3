import CKernels

/// Batch normalization (Ioffe and Szegedy 2015), with the rectifier that mostly follows it in the same sweep.
///
/// Each channel is brought to mean 0 and variance 1 over the batch and all pixels, then scaled and shifted by what is
/// learned. Running averages of mean and variance take their place outside training; the running variance is the
/// unbiased one, as in PyTorch.
public final class BatchNormalization: Layer {
  /// Whether what is negative becomes zero afterwards.
  public let rectifies: Bool
  /// Share of a step in the running averages.
  public let momentum: Float
  /// What is added to the variance before its root is taken.
  public let epsilon: Float
  /// Learned factor of each channel, (channels).
  public let scale: Parameter
  /// Learned summand of each channel, (channels).
  public let shift: Parameter
  /// (channels)
  public let runningMean: Parameter
  /// (channels)
  public let runningVariance: Parameter

  private var input: Tensor?
  private var output: Tensor?
  private var inputGradient: Tensor?
  private var partialSums: Tensor?  // (runs, 2, channels)
  private var mean: [Float]
  private var inverseDeviation: [Float]
  private static let runLength = 8  // images whose sums are taken together, in 32 bits

  public init(channels: Int, rectifies: Bool, momentum: Float = 0.1, epsilon: Float = 1e-5) {
    self.rectifies = rectifies
    self.momentum = momentum
    self.epsilon = epsilon
    scale = Parameter(name: "scale", value: Tensor(shape: [channels], values: Array(repeating: 1, count: channels)))
    shift = Parameter(name: "shift", value: Tensor(shape: [channels]))
    runningMean = Parameter(name: "running_mean", value: Tensor(shape: [channels]), isTrainable: false)
    runningVariance = Parameter(
      name: "running_variance", value: Tensor(shape: [channels], values: Array(repeating: 1, count: channels)),
      isTrainable: false)
    mean = Array(repeating: 0, count: channels)
    inverseDeviation = Array(repeating: 1, count: channels)
  }

  public var parameters: [Parameter] { [scale, shift, runningMean, runningVariance] }
  private var channels: Int { scale.value.count }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    guard inputShape.last == channels else {
      throw ShapeError("batch normalization of \(channels) channels takes (..., \(channels)), found \(inputShape)")
    }
    return inputShape
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    if pass.isTraining {
      measure(input, pass.workers)
    } else {
      mean = runningMean.value.values
      inverseDeviation = runningVariance.value.values.map { 1 / ($0 + epsilon).squareRoot() }
    }
    var factors = inverseDeviation
    var summands = mean
    for channel in 0..<channels {
      factors[channel] *= scale.value.base[channel]
      summands[channel] = shift.value.base[channel] - mean[channel] * factors[channel]
    }
    let output = Tensor.reusing(&output, shape: input.shape)
    let (kernels, channels, rectifies) = (pass.workers.kernels, channels, rectifies)
    pass.workers.forEachRun(of: input.shape[0], length: Self.runLength) { [factors, summands] run, _ in
      let first = run.lowerBound * input.stride
      kernels.affine(
        input.base + first, run.count * input.stride / channels, channels, factors, summands, rectifies ? 1 : 0,
        output.base + first)
    }
    self.input = input
    return output
  }

  /// Measures mean and variance of every channel, and moves the running averages.
  private func measure(_ input: Tensor, _ workers: Workers) {
    let (kernels, channels) = (workers.kernels, channels)
    let sums = sumOverRuns(of: input, workers) { first, count, sums, products in
      kernels.moments(input.base + first, count, channels, sums, products)
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
    let (kernels, channels, rectified) = (pass.workers.kernels, channels, rectifies ? output : nil)
    let sums = sumOverRuns(of: input, pass.workers) { first, count, sums, products in
      kernels.gradient_moments(
        outputGradient.base + first, input.base + first, rectified.map { UnsafePointer($0.base) + first }, count,
        channels, sums, products)
    }
    let coefficients = setGradients(sums, count: Double(input.count / channels), isTraining: pass.isTraining)
    guard needsInputGradient else { return nil }
    let result = Tensor.reusing(&inputGradient, shape: input.shape)
    pass.workers.forEachRun(of: input.shape[0], length: Self.runLength) { run, _ in
      let first = run.lowerBound * input.stride
      kernels.gradient_affine(
        outputGradient.base + first, input.base + first, rectified.map { UnsafePointer($0.base) + first },
        run.count * input.stride / channels, channels, coefficients.byGradient, coefficients.byInput,
        coefficients.summand, result.base + first)
    }
    return result
  }

  /// Sets the gradients of scale and shift, and finds the input's: byGradient × g + byInput × x + summand.
  private func setGradients(
    _ sums: [Double], count: Double, isTraining: Bool
  ) -> (byGradient: [Float], byInput: [Float], summand: [Float]) {
    var byGradient = inverseDeviation
    var byInput = Array(repeating: Float(0), count: channels)
    var summand = byInput
    for channel in 0..<channels {
      let inverse = Double(inverseDeviation[channel])
      let average = Double(mean[channel])
      let sum = sums[channel]
      let product = (sums[channels + channel] - average * sum) * inverse  // sum of g × normalized x
      shift.gradient?.base[channel] = Float(sum)
      scale.gradient?.base[channel] = Float(product)
      let factor = Double(scale.value.base[channel]) * inverse
      byGradient[channel] = Float(factor)
      guard isTraining else { continue }
      byInput[channel] = Float(-factor * inverse * product / count)
      summand[channel] = Float(-factor * (sum - average * inverse * product) / count)
    }
    return (byGradient, byInput, summand)
  }

  /// Sums two numbers a channel over all pixels: in 32 bits within a run of images, in 64 bits and in order over runs.
  private func sumOverRuns(
    of input: Tensor, _ workers: Workers,
    _ add: @Sendable (_ first: Int, _ count: Int, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) -> [Double] {
    let (batch, channels) = (input.shape[0], channels)
    let runs = (batch + Self.runLength - 1) / Self.runLength
    let partial = Tensor.reusing(&partialSums, shape: [runs, 2 * channels])
    partial.fill(0)
    workers.forEachRun(of: batch, length: Self.runLength) { run, _ in
      let sums = partial.base + run.lowerBound / Self.runLength * partial.stride
      add(run.lowerBound * input.stride, run.count * input.stride / channels, sums, sums + channels)
    }
    var total = Array(repeating: Double(0), count: 2 * channels)
    for index in 0..<partial.count { total[index % (2 * channels)] += Double(partial.base[index]) }
    return total
  }
}
