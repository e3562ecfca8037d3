import CKernels

/// A fully connected layer: input × weights + bias.
///
/// Accepts (batch, inputs) or images, which it flattens in row-major order: row, column, channel.
public final class Dense: Layer {
  public let inputCount: Int
  public let outputCount: Int
  /// (inputs, outputs)
  public let weights: Parameter
  /// (outputs)
  public let bias: Parameter

  private var input: Tensor?
  private var output: Tensor?
  private var inputGradient: Tensor?
  private var transposedWeights: Tensor?

  /// Creates a layer with normally distributed weights and a zero bias.
  /// - Parameters:
  ///   - inputCount: the number of inputs.
  ///   - outputCount: the number of outputs (units).
  ///   - weightStandardDeviation: the standard deviation of the initial weights; nil for He initialization.
  ///   - random: the generator for the initial weights.
  public init(
    inputCount: Int, outputCount: Int, weightStandardDeviation: Float? = nil, random: inout RandomGenerator
  ) {
    self.inputCount = inputCount
    self.outputCount = outputCount
    let values = Tensor.normal(
      shape: [inputCount, outputCount], fanIn: inputCount, standardDeviation: weightStandardDeviation, random: &random)
    weights = Parameter(name: "weights", value: values, hasWeightDecay: true)
    bias = Parameter(name: "bias", value: Tensor(shape: [outputCount]))
  }

  public var parameters: [Parameter] { [weights, bias] }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    let count = inputShape.reduce(1, *)
    guard count == inputCount else {
      throw ShapeError("Dense expects \(inputCount) inputs, found \(inputShape), which has \(count)")
    }
    return [outputCount]
  }

  public func multiplyAdds(for inputShape: [Int]) -> Int { weights.value.count }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    let batch = input.shape[0]
    let output = Tensor.reusing(&output, shape: [batch, outputCount])
    let (kernels, weights, bias) = (pass.workers.kernels, weights.value, bias.value)
    let (inputCount, outputCount) = (inputCount, outputCount)
    pass.workers.forEachChunk(of: batch, size: 16) { chunk, _ in
      var gemm = KernelGEMM.matmul(
        left: input.base + chunk.lowerBound * inputCount, stride: inputCount, right: weights.base, stride: outputCount,
        bias: bias.base, out: output.base + chunk.lowerBound * outputCount, stride: outputCount, m: chunk.count,
        n: outputCount, k: inputCount)
      kernels.gemm(&gemm)
    }
    self.input = input
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard let input, let weightGradient = weights.gradient, let biasGradient = bias.gradient else { return nil }
    let batch = input.shape[0]
    let (kernels, inputCount, outputCount) = (pass.workers.kernels, inputCount, outputCount)
    // Each chunk owns some rows of the weights and sums over the whole batch, so no reduction is needed.
    pass.workers.forEachChunk(of: inputCount, size: 112) { chunk, _ in
      var gemm = KernelGEMM.transposedMatmul(
        left: input.base + chunk.lowerBound, stride: inputCount, right: outputGradient.base, stride: outputCount,
        out: weightGradient.base + chunk.lowerBound * outputCount, stride: outputCount, m: chunk.count, n: outputCount,
        k: batch)
      kernels.gemm(&gemm)
    }
    biasGradient.fill(0)
    kernels.column_sums(outputGradient.base, batch, outputCount, biasGradient.base)
    return needsInputGradient ? makeInputGradient(input.shape, outputGradient, pass.workers) : nil
  }

  private func makeInputGradient(_ inputShape: [Int], _ outputGradient: Tensor, _ workers: Workers) -> Tensor {
    let result = Tensor.reusing(&inputGradient, shape: inputShape)
    let transposed = Tensor.reusing(&transposedWeights, shape: [outputCount, inputCount])
    let (kernels, weights, inputCount, outputCount) = (workers.kernels, weights.value, inputCount, outputCount)
    workers.forEachChunk(of: inputCount, size: 256) { chunk, _ in
      for output in 0..<outputCount {
        for input in chunk {
          transposed.base[output * inputCount + input] = weights.base[input * outputCount + output]
        }
      }
      var gemm = KernelGEMM.matmul(
        left: outputGradient.base, stride: outputCount, right: transposed.base + chunk.lowerBound, stride: inputCount,
        out: result.base + chunk.lowerBound, stride: inputCount, m: inputShape[0], n: chunk.count, k: outputCount)
      kernels.gemm(&gemm)
    }
    return result
  }
}
