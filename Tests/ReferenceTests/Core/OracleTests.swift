import Reference
import Testing

/// The optimized layers compared with plain loops, for every kernel variant.
@Suite struct OracleTests {
  struct Conv2DCase: Sendable, CustomTestStringConvertible {
    let height, width, input, output, kernel, stride: Int
    let padding: Conv2D.Padding
    var testDescription: String {
      "\(height)×\(width)×\(input) -> \(output), kernel \(kernel), stride \(stride), \(padding)"
    }
  }

  static let convolutions = [
    Conv2DCase(height: 28, width: 28, input: 1, output: 8, kernel: 3, stride: 1, padding: .valid),
    Conv2DCase(height: 28, width: 28, input: 1, output: 16, kernel: 3, stride: 1, padding: .same),
    Conv2DCase(height: 7, width: 7, input: 16, output: 64, kernel: 3, stride: 1, padding: .same),
    Conv2DCase(height: 14, width: 14, input: 8, output: 32, kernel: 5, stride: 1, padding: .same),
    Conv2DCase(height: 9, width: 6, input: 3, output: 45, kernel: 3, stride: 2, padding: .same),
    Conv2DCase(height: 8, width: 11, input: 5, output: 7, kernel: 1, stride: 2, padding: .valid),
    Conv2DCase(height: 10, width: 12, input: 2, output: 3, kernel: 5, stride: 3, padding: .valid),
    Conv2DCase(height: 3, width: 3, input: 1, output: 1, kernel: 3, stride: 1, padding: .valid),
  ]

  @Test(arguments: convolutions)
  func conv2dMatchesOracle(_ item: Conv2DCase) throws {
    var random = RandomGenerator(seed: 5)
    let layer = Conv2D(
      inputChannels: item.input, outputChannels: item.output, kernelSize: item.kernel, stride: item.stride,
      padding: item.padding, random: &random)
    let bias = try #require(layer.bias)
    bias.value.values = randomTensor([item.output], seed: 6).values
    let input = randomTensor([5, item.height, item.width, item.input], seed: 7)
    let padding = item.padding == .same ? item.kernel / 2 : 0
    let output = Oracle.conv2d(
      input, weights: layer.weights.value, bias: bias.value, stride: item.stride, padding: padding)
    let gradient = randomTensor(output.shape, seed: 8)
    let gradients = Oracle.conv2dGradients(
      input, weights: layer.weights.value, gradient: gradient, stride: item.stride, padding: padding)
    for workers in allWorkers {
      let pass = Pass(isTraining: true, workers: workers)
      expectEqual(layer.forward(input, pass), output, "output")
      #expect(try [5] + layer.outputShape(for: Array(input.shape.dropFirst())) == output.shape)
      expectEqual(
        layer.backward(gradient, needsInputGradient: true, pass), gradients.input, "input gradient")
      expectEqual(layer.weights.gradient, gradients.weights, "weight gradient")
      expectEqual(bias.gradient, gradients.bias, "bias gradient")
    }
  }

  @Test(arguments: [(3, 1, 4), (5, 1, 19), (3, 2, 16), (7, 2, 3)])
  func depthwiseConv2DMatchesOracle(kernel: Int, stride: Int, channels: Int) {
    var random = RandomGenerator(seed: 5)
    let layer = DepthwiseConv2D(channels: channels, kernelSize: kernel, stride: stride, random: &random)
    let input = randomTensor([3, 9, 12, channels], seed: 7)
    let output = Oracle.depthwiseConv2D(
      input, weights: layer.weights.value, stride: stride, padding: kernel / 2)
    let gradient = randomTensor(output.shape, seed: 8)
    let gradients = Oracle.depthwiseConv2DGradients(
      input, weights: layer.weights.value, gradient: gradient, stride: stride, padding: kernel / 2)
    for workers in allWorkers {
      let pass = Pass(isTraining: true, workers: workers)
      expectEqual(layer.forward(input, pass), output, "output")
      expectEqual(
        layer.backward(gradient, needsInputGradient: true, pass), gradients.input, "input gradient")
      expectEqual(layer.weights.gradient, gradients.weights, "weight gradient")
    }
  }

  @Test(arguments: [(1352, 10), (300, 128), (7, 3)])
  func denseMatchesOracle(inputs: Int, outputs: Int) {
    var random = RandomGenerator(seed: 5)
    let layer = Dense(inputCount: inputs, outputCount: outputs, random: &random)
    layer.bias.value.values = randomTensor([outputs], seed: 6).values
    let input = randomTensor([19, inputs], seed: 7)
    let gradient = randomTensor([19, outputs], seed: 8)
    let gradients = Oracle.denseGradients(input, weights: layer.weights.value, gradient: gradient)
    for workers in allWorkers {
      let pass = Pass(isTraining: true, workers: workers)
      expectEqual(
        layer.forward(input, pass), Oracle.dense(input, weights: layer.weights.value, bias: layer.bias.value),
        "output")
      expectEqual(
        layer.backward(gradient, needsInputGradient: true, pass), gradients.input, "input gradient")
      expectEqual(layer.weights.gradient, gradients.weights, "weight gradient")
      expectEqual(layer.bias.gradient, gradients.bias, "bias gradient")
    }
  }

  /// Small integers produce many ties, where the first maximum counts.
  @Test(arguments: [(2, 28, 28, 8), (2, 7, 9, 35), (3, 10, 9, 4)])
  func maxPool2DMatchesOracle(size: Int, height: Int, width: Int, channels: Int) {
    var random = RandomGenerator(seed: 9)
    let input = Tensor(shape: [4, height, width, channels])
    input.values = (0..<input.count).map { _ in Float(random.index(below: 5)) }
    let output = Oracle.maxPool(input, size: size)
    let gradient = randomTensor(output.shape, seed: 8)
    let layer = MaxPool2D(size: size)
    for workers in allWorkers {
      let pass = Pass(isTraining: true, workers: workers)
      expectEqual(layer.forward(input, pass), output, tolerance: 0, "output")
      expectEqual(
        layer.backward(gradient, needsInputGradient: true, pass),
        Oracle.maxPoolGradient(input, gradient: gradient, size: size), tolerance: 0, "input gradient")
    }
  }
}
