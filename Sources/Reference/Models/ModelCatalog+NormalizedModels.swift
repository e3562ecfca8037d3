/// Networks with batch normalization, whose channel counts scale with a width multiplier.
extension ModelCatalog {
  /// 3×3 convolutions with 16-16-pool-32-32-pool-64-64 filters and global average pooling: 72,666 parameters for 10
  /// classes.
  static func cheapLayers(_ classCount: Int, _ width: Float, _ random: inout RandomGenerator) -> [any Layer] {
    var layers: [any Layer] = []
    var channels = 1
    for (index, base) in [16, 32, 64].enumerated() {
      if index > 0 { layers.append(MaxPool2D()) }
      for _ in 0..<2 {
        let wider = scaled(base, by: width)
        layers += normalizedConv2D(from: channels, to: wider, &random)
        channels = wider
      }
    }
    return layers + [GlobalAveragePool2D(), Dense(inputCount: channels, outputCount: classCount, random: &random)]
  }

  /// 3×3 convolutions with 32-64-pool-128-pool filters and a dense layer: 29 million multiply-adds, wide enough to keep
  /// the vector units busy.
  static func wideLayers(
    _ input: [Int], _ classCount: Int, _ width: Float, _ random: inout RandomGenerator
  ) -> [any Layer] {
    let channels = [32, 64, 128].map { scaled($0, by: width) }
    return normalizedConv2D(from: 1, to: channels[0], &random)
      + normalizedConv2D(from: channels[0], to: channels[1], &random) + [MaxPool2D()]
      + normalizedConv2D(from: channels[1], to: channels[2], &random) + [
        MaxPool2D(),
        Dense(inputCount: input[0] / 4 * (input[1] / 4) * channels[2], outputCount: classCount, random: &random),
      ]
  }

  /// Three stages of two pre-activation residual blocks each (He et al. 2016); the second and third stages start with a
  /// stride of 2.
  static func residualLayers(_ classCount: Int, _ width: Float, _ random: inout RandomGenerator) -> [any Layer] {
    var channels = scaled(16, by: width)
    var layers: [any Layer] = [
      Conv2D(inputChannels: 1, outputChannels: channels, kernelSize: 3, hasBias: false, random: &random)
    ]
    for (stage, base) in [16, 32, 64].enumerated() {
      for block in 0..<2 {
        let (wider, stride) = (scaled(base, by: width), stage > 0 && block == 0 ? 2 : 1)
        layers.append(preActivationBlock(from: channels, to: wider, stride: stride, &random))
        channels = wider
      }
    }
    return layers + [
      BatchNormalization(channels: channels, appliesReLU: true), GlobalAveragePool2D(),
      Dense(inputCount: channels, outputCount: classCount, random: &random),
    ]
  }

  private static func normalizedConv2D(
    from input: Int, to output: Int, _ random: inout RandomGenerator
  ) -> [any Layer] {
    [
      Conv2D(inputChannels: input, outputChannels: output, kernelSize: 3, hasBias: false, random: &random),
      BatchNormalization(channels: output, appliesReLU: true),
    ]
  }

  /// A residual block with batch normalization and ReLU before each convolution. The shortcut is the identity if the
  /// shape does not change, otherwise a 1×1 convolution of the pre-activated input.
  private static func preActivationBlock(
    from input: Int, to output: Int, stride: Int, _ random: inout RandomGenerator
  ) -> ResidualBlock {
    let preActivation = BatchNormalization(channels: input, appliesReLU: true)
    let branch: [any Layer] = [
      Conv2D(
        inputChannels: input, outputChannels: output, kernelSize: 3, stride: stride, hasBias: false, random: &random),
      BatchNormalization(channels: output, appliesReLU: true),
      Conv2D(inputChannels: output, outputChannels: output, kernelSize: 3, hasBias: false, random: &random),
    ]
    guard stride > 1 || input != output else { return ResidualBlock(branch: [preActivation] + branch) }
    let shortcut = Conv2D(
      inputChannels: input, outputChannels: output, kernelSize: 1, stride: stride, padding: .valid, hasBias: false,
      random: &random)
    return ResidualBlock(stem: [preActivation], branch: branch, shortcut: [shortcut])
  }

  private static func scaled(_ channels: Int, by factor: Float) -> Int {
    max(4, Int((Float(channels) * factor / 4).rounded()) * 4)
  }
}
