import Reference
import Testing

/// The gradients of every layer compared with central differences of a weighted sum of its outputs.
@Suite struct GradientTests {
  @Test(arguments: allWorkers)
  func conv2d(_ workers: Workers) {
    var random = RandomGenerator(seed: 1)
    for (stride, padding) in [(1, Conv2D.Padding.same), (2, .same), (1, .valid)] {
      let layer = Conv2D(
        inputChannels: 3, outputChannels: 5, kernelSize: 3, stride: stride, padding: padding, random: &random)
      check(layer, input: randomTensor([2, 6, 5, 3], seed: 2), workers)
    }
  }

  @Test(arguments: allWorkers)
  func denseAndDepthwiseConv2D(_ workers: Workers) {
    var random = RandomGenerator(seed: 1)
    check(Dense(inputCount: 12, outputCount: 7, random: &random), input: randomTensor([3, 12], seed: 2), workers)
    check(
      DepthwiseConv2D(channels: 3, kernelSize: 3, stride: 2, random: &random),
      input: randomTensor([2, 6, 5, 3], seed: 2), workers)
  }

  @Test(arguments: allWorkers, [true, false])
  func batchNormalization(_ workers: Workers, isTraining: Bool) {
    let layer = BatchNormalization(channels: 3, appliesReLU: false)
    layer.gamma.value.values = [0.5, -1.5, 2]
    layer.beta.value.values = [0.1, 0.2, -0.3]
    check(layer, input: randomTensor([11, 2, 3, 3], seed: 2), workers, isTraining: isTraining)
  }

  @Test(arguments: allWorkers)
  func layersWithoutParameters(_ workers: Workers) {
    let input = separatedTensor([3, 6, 4, 5], seed: 3)
    check(ReLU(), input: input, workers)
    check(MaxPool2D(), input: input, workers)
    check(GlobalAveragePool2D(), input: input, workers)
    check(Dropout(rate: 0.4), input: input, workers)
  }

  /// In inference mode, because batch statistics would move the kinks of the ReLU.
  @Test(arguments: allWorkers)
  func batchNormalizationWithReLU(_ workers: Workers) {
    check(
      BatchNormalization(channels: 5, appliesReLU: true), input: separatedTensor([3, 6, 4, 5], seed: 3), workers,
      isTraining: false)
  }

  @Test(arguments: allWorkers)
  func residualBlock(_ workers: Workers) {
    var random = RandomGenerator(seed: 1)
    func conv2d(_ size: Int) -> Conv2D {
      Conv2D(inputChannels: 3, outputChannels: 3, kernelSize: size, random: &random)
    }
    check(ResidualBlock(branch: [conv2d(3)]), input: randomTensor([2, 4, 4, 3], seed: 2), workers)
    check(
      ResidualBlock(stem: [conv2d(1)], branch: [conv2d(3), conv2d(3)], shortcut: [conv2d(1)]),
      input: randomTensor([2, 4, 4, 3], seed: 2), workers)
  }

  @Test(arguments: [Float(0), 0.1])
  func softmaxCrossEntropy(labelSmoothing: Float) {
    let loss = SoftmaxCrossEntropy(labelSmoothing: labelSmoothing)
    let logits = randomTensor([4, 6], seed: 3)
    let labels = [0, 5, 2, 2]
    _ = loss(logits, labels: labels)
    let gradient = loss.gradient.values
    for index in 0..<logits.count {
      let difference = centralDifference(logits, index) { Double(loss(logits, labels: labels).loss) }
      #expect(abs(difference - Double(gradient[index])) < 1e-4)
    }
  }

  private func check(
    _ layer: any Layer, input: Tensor, _ workers: Workers, isTraining: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let pass = Pass(isTraining: isTraining, workers: workers)
    let weights = randomTensor(layer.forward(input, pass).shape, seed: 4)
    func weightedSum() -> Double {
      zip(layer.forward(input, pass).values, weights.values).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    guard let inputGradient = layer.backward(weights, needsInputGradient: true, pass)?.values else {
      Issue.record("expected an input gradient, found nil", sourceLocation: sourceLocation)
      return
    }
    let gradients = layer.parameters.compactMap { parameter in
      parameter.gradient.map { (parameter.name, parameter.value, $0.values) }
    }
    for (name, tensor, gradient) in [("input", input, inputGradient)] + gradients {
      let scale = max(1, gradient.map { abs(Double($0)) }.max() ?? 0)
      for index in 0..<tensor.count {
        let difference = centralDifference(tensor, index, weightedSum)
        #expect(
          abs(difference - Double(gradient[index])) < 2e-3 * scale,
          "\(type(of: layer)), \(name) gradient at \(index): expected \(difference), found \(gradient[index])",
          sourceLocation: sourceLocation)
      }
    }
  }

  private func centralDifference(_ tensor: Tensor, _ index: Int, _ value: () -> Double) -> Double {
    let (original, delta) = (tensor.base[index], Float(1) / 128)
    tensor.base[index] = original + delta
    let above = value()
    tensor.base[index] = original - delta
    let below = value()
    tensor.base[index] = original
    return (above - below) / Double(2 * delta)
  }
}
