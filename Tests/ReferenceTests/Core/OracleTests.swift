import Reference
import Testing

/// The fast layers against plain loops, on every build of the loops.
@Suite struct OracleTests {
  struct ConvolutionCase: Sendable, CustomTestStringConvertible {
    let height, width, input, output, kernel, stride: Int
    let padding: Convolution.Padding
    var testDescription: String {
      "\(height)×\(width)×\(input) -> \(output), kernel \(kernel), stride \(stride), \(padding)"
    }
  }

  static let convolutions = [
    ConvolutionCase(height: 28, width: 28, input: 1, output: 8, kernel: 3, stride: 1, padding: .valid),
    ConvolutionCase(height: 28, width: 28, input: 1, output: 16, kernel: 3, stride: 1, padding: .same),
    ConvolutionCase(height: 7, width: 7, input: 16, output: 64, kernel: 3, stride: 1, padding: .same),
    ConvolutionCase(height: 14, width: 14, input: 8, output: 32, kernel: 5, stride: 1, padding: .same),
    ConvolutionCase(height: 9, width: 6, input: 3, output: 45, kernel: 3, stride: 2, padding: .same),
    ConvolutionCase(height: 8, width: 11, input: 5, output: 7, kernel: 1, stride: 2, padding: .valid),
    ConvolutionCase(height: 10, width: 12, input: 2, output: 3, kernel: 5, stride: 3, padding: .valid),
    ConvolutionCase(height: 3, width: 3, input: 1, output: 1, kernel: 3, stride: 1, padding: .valid),
  ]

  @Test(arguments: convolutions)
  func convolution(_ item: ConvolutionCase) throws {
    var random = RandomGenerator(seed: 5)
    let layer = Convolution(
      inputChannels: item.input, outputChannels: item.output, kernelSize: item.kernel, stride: item.stride,
      padding: item.padding, random: &random)
    let bias = try #require(layer.bias)
    bias.value.values = randomTensor([item.output], seed: 6).values
    let input = randomTensor([5, item.height, item.width, item.input], seed: 7)
    let margin = item.padding == .same ? item.kernel / 2 : 0
    let output = Oracle.convolution(
      input, weights: layer.weights.value, bias: bias.value, stride: item.stride, margin: margin)
    let gradient = randomTensor(output.shape, seed: 8)
    let gradients = Oracle.convolutionGradients(
      input, weights: layer.weights.value, gradient: gradient, stride: item.stride, margin: margin)
    for workers in everyKindOfWorkers {
      let pass = Pass(isTraining: true, workers: workers)
      expectEqual(layer.forward(input, pass), output, "output")
      #expect(try [5] + layer.outputShape(for: Array(input.shape.dropFirst())) == output.shape)
      expectEqual(layer.backward(gradient, needsInputGradient: true, pass), gradients.input, "by input")
      expectEqual(layer.weights.gradient, gradients.weights, "by weights")
      expectEqual(bias.gradient, gradients.bias, "by bias")
    }
  }

  @Test(arguments: [(3, 1, 4), (5, 1, 19), (3, 2, 16), (7, 2, 3)])
  func depthwiseConvolution(kernel: Int, stride: Int, channels: Int) {
    var random = RandomGenerator(seed: 5)
    let layer = DepthwiseConvolution(channels: channels, kernelSize: kernel, stride: stride, random: &random)
    let input = randomTensor([3, 9, 12, channels], seed: 7)
    let output = Oracle.depthwiseConvolution(
      input, weights: layer.weights.value, stride: stride, margin: kernel / 2)
    let gradient = randomTensor(output.shape, seed: 8)
    let gradients = Oracle.depthwiseConvolutionGradients(
      input, weights: layer.weights.value, gradient: gradient, stride: stride, margin: kernel / 2)
    for workers in everyKindOfWorkers {
      let pass = Pass(isTraining: true, workers: workers)
      expectEqual(layer.forward(input, pass), output, "output")
      expectEqual(layer.backward(gradient, needsInputGradient: true, pass), gradients.input, "by input")
      expectEqual(layer.weights.gradient, gradients.weights, "by weights")
    }
  }

  @Test(arguments: [(1352, 10), (300, 128), (7, 3)])
  func dense(inputs: Int, outputs: Int) {
    var random = RandomGenerator(seed: 5)
    let layer = Dense(inputCount: inputs, outputCount: outputs, random: &random)
    layer.bias.value.values = randomTensor([outputs], seed: 6).values
    let input = randomTensor([19, inputs], seed: 7)
    let gradient = randomTensor([19, outputs], seed: 8)
    let gradients = Oracle.denseGradients(input, weights: layer.weights.value, gradient: gradient)
    for workers in everyKindOfWorkers {
      let pass = Pass(isTraining: true, workers: workers)
      expectEqual(
        layer.forward(input, pass), Oracle.dense(input, weights: layer.weights.value, bias: layer.bias.value),
        "output")
      expectEqual(layer.backward(gradient, needsInputGradient: true, pass), gradients.input, "by input")
      expectEqual(layer.weights.gradient, gradients.weights, "by weights")
      expectEqual(layer.bias.gradient, gradients.bias, "by bias")
    }
  }

  /// Small whole numbers, so that many windows have equal maxima, of which the first counts.
  @Test(arguments: [(2, 28, 28, 8), (2, 7, 9, 35), (3, 10, 9, 4)])
  func maximumPool(size: Int, height: Int, width: Int, channels: Int) {
    var random = RandomGenerator(seed: 9)
    let input = Tensor(shape: [4, height, width, channels])
    input.values = (0..<input.count).map { _ in Float(random.index(below: 5)) }
    let output = Oracle.maximumPool(input, size: size)
    let gradient = randomTensor(output.shape, seed: 8)
    let layer = MaximumPool(size: size)
    for workers in everyKindOfWorkers {
      let pass = Pass(isTraining: true, workers: workers)
      expectEqual(layer.forward(input, pass), output, tolerance: 0, "output")
      expectEqual(
        layer.backward(gradient, needsInputGradient: true, pass),
        Oracle.maximumPoolGradient(input, gradient: gradient, size: size), tolerance: 0, "by input")
    }
  }
}
