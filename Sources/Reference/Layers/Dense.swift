import CKernels

/// A fully connected layer: every output is a weighted sum of all inputs.
///
/// It takes (batch, inputs) or images, whose numbers it reads in the order of memory: row, column, channel.
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

  /// Makes a layer with normal random weights and a bias of zeros.
  /// - Parameters:
  ///   - inputCount: how many numbers an input has.
  ///   - outputCount: how many numbers an output has.
  ///   - weightDeviation: the weights' standard deviation; nil for the root of 2 / inputs (He et al. 2015).
  ///   - random: where the weights are drawn from.
  public init(inputCount: Int, outputCount: Int, weightDeviation: Float? = nil, random: inout RandomGenerator) {
    self.inputCount = inputCount
    self.outputCount = outputCount
    let values = Tensor.normal(
      shape: [inputCount, outputCount], fanIn: inputCount, deviation: weightDeviation, random: &random)
    weights = Parameter(name: "weights", value: values, decays: true)
    bias = Parameter(name: "bias", value: Tensor(shape: [outputCount]))
  }

  public var parameters: [Parameter] { [weights, bias] }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    let count = inputShape.reduce(1, *)
    guard count == inputCount else {
      throw ShapeError("a dense layer of \(inputCount) inputs takes as many, found \(inputShape), which are \(count)")
    }
    return [outputCount]
  }

  public func multiplyAdds(for inputShape: [Int]) -> Int { weights.value.count }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    let batch = input.shape[0]
    let output = Tensor.reusing(&output, shape: [batch, outputCount])
    let (kernels, weights, bias) = (pass.workers.kernels, weights.value, bias.value)
    pass.workers.forEachRun(of: batch, length: 16) { run, _ in
      var product = KernelProduct()
      product.left = UnsafePointer(input.base) + run.lowerBound * weights.shape[0]
      product.left_step = 1
      product.left_item = weights.shape[0]
      product.right = UnsafePointer(weights.base)
      product.right_step = weights.shape[1]
      product.bias = UnsafePointer(bias.base)
      product.out = output.base + run.lowerBound * weights.shape[1]
      product.out_item = weights.shape[1]
      product.rows = 1
      product.steps = weights.shape[0]
      product.items = run.count
      product.columns = weights.shape[1]
      kernels.product(&product)
    }
    self.input = input
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard let input, let weightGradient = weights.gradient, let biasGradient = bias.gradient else { return nil }
    let batch = input.shape[0]
    let (kernels, inputCount, outputCount) = (pass.workers.kernels, inputCount, outputCount)
    // Every worker owns some rows of the weights and sums over the whole batch, so that nothing is added up twice.
    pass.workers.forEachRun(of: inputCount, length: 112) { run, _ in
      var product = KernelProduct()
      product.left = UnsafePointer(input.base) + run.lowerBound
      product.left_step = inputCount
      product.left_item = 1
      product.right = UnsafePointer(outputGradient.base)
      product.right_step = outputCount
      product.out = weightGradient.base + run.lowerBound * outputCount
      product.out_item = outputCount
      product.rows = 1
      product.steps = batch
      product.items = run.count
      product.columns = outputCount
      kernels.product(&product)
    }
    biasGradient.fill(0)
    kernels.column_sums(outputGradient.base, batch, outputCount, biasGradient.base)
    return needsInputGradient ? findInputGradient(input.shape, outputGradient, pass.workers) : nil
  }

  private func findInputGradient(_ inputShape: [Int], _ outputGradient: Tensor, _ workers: Workers) -> Tensor {
    let result = Tensor.reusing(&inputGradient, shape: inputShape)
    let transposed = Tensor.reusing(&transposedWeights, shape: [outputCount, inputCount])
    let (kernels, weights, inputCount, outputCount) = (workers.kernels, weights.value, inputCount, outputCount)
    workers.forEachRun(of: inputCount, length: 256) { run, _ in
      for output in 0..<outputCount {
        for input in run { transposed.base[output * inputCount + input] = weights.base[input * outputCount + output] }
      }
      var product = KernelProduct()
      product.left = UnsafePointer(outputGradient.base)
      product.left_step = 1
      product.left_item = outputCount
      product.right = UnsafePointer(transposed.base) + run.lowerBound
      product.right_step = inputCount
      product.out = result.base + run.lowerBound
      product.out_item = inputCount
      product.rows = 1
      product.steps = outputCount
      product.items = inputShape[0]
      product.columns = run.count
      kernels.product(&product)
    }
    return result
  }
}
