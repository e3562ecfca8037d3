/// Networks with batch normalization, whose numbers of channels can be scaled.
extension ModelCatalogue {
  /// 16-16-pool-32-32-pool-64-64 kernels of 3 × 3, then the mean of every channel: 72,666 parameters for 10 classes.
  static func cheapLayers(_ classCount: Int, _ width: Float, _ random: inout RandomGenerator) -> [any Layer] {
    var layers: [any Layer] = []
    var channels = 1
    for (index, base) in [16, 32, 64].enumerated() {
      if index > 0 { layers.append(MaximumPool()) }
      for _ in 0..<2 {
        let wider = scaled(base, by: width)
        layers += normalizedConvolution(from: channels, to: wider, &random)
        channels = wider
      }
    }
    return layers + [GlobalAveragePool(), Dense(inputCount: channels, outputCount: classCount, random: &random)]
  }

  /// 32-64-pool-128-pool kernels of 3 × 3 and a dense layer: 29 million multiply-adds, wide enough to keep the
  /// processor's registers full.
  static func wideLayers(
    _ input: [Int], _ classCount: Int, _ width: Float, _ random: inout RandomGenerator
  ) -> [any Layer] {
    let channels = [32, 64, 128].map { scaled($0, by: width) }
    return normalizedConvolution(from: 1, to: channels[0], &random)
      + normalizedConvolution(from: channels[0], to: channels[1], &random) + [MaximumPool()]
      + normalizedConvolution(from: channels[1], to: channels[2], &random) + [
        MaximumPool(),
        Dense(inputCount: input[0] / 4 * (input[1] / 4) * channels[2], outputCount: classCount, random: &random),
      ]
  }

  /// Three stages of pre-activation residual blocks (He et al. 2016), two blocks each; the first of a later stage
  /// halves the image.
  static func residualLayers(_ classCount: Int, _ width: Float, _ random: inout RandomGenerator) -> [any Layer] {
    var channels = scaled(16, by: width)
    var layers: [any Layer] = [
      Convolution(inputChannels: 1, outputChannels: channels, kernelSize: 3, hasBias: false, random: &random)
    ]
    for (stage, base) in [16, 32, 64].enumerated() {
      for block in 0..<2 {
        let (wider, stride) = (scaled(base, by: width), stage > 0 && block == 0 ? 2 : 1)
        layers.append(preactivationBlock(from: channels, to: wider, stride: stride, &random))
        channels = wider
      }
    }
    return layers + [
      BatchNormalization(channels: channels, rectifies: true), GlobalAveragePool(),
      Dense(inputCount: channels, outputCount: classCount, random: &random),
    ]
  }

  private static func normalizedConvolution(
    from input: Int, to output: Int, _ random: inout RandomGenerator
  ) -> [any Layer] {
    [
      Convolution(inputChannels: input, outputChannels: output, kernelSize: 3, hasBias: false, random: &random),
      BatchNormalization(channels: output, rectifies: true),
    ]
  }

  /// Normalization and rectifier before each convolution. Where the shape stays, the input itself is added; where it
  /// changes, a convolution of 1 × 1 of what the first rectifier lets through.
  private static func preactivationBlock(
    from input: Int, to output: Int, stride: Int, _ random: inout RandomGenerator
  ) -> Residual {
    let entry = BatchNormalization(channels: input, rectifies: true)
    let branch: [any Layer] = [
      Convolution(
        inputChannels: input, outputChannels: output, kernelSize: 3, stride: stride, hasBias: false, random: &random),
      BatchNormalization(channels: output, rectifies: true),
      Convolution(inputChannels: output, outputChannels: output, kernelSize: 3, hasBias: false, random: &random),
    ]
    guard stride > 1 || input != output else { return Residual(branch: [entry] + branch) }
    let shortcut = Convolution(
      inputChannels: input, outputChannels: output, kernelSize: 1, stride: stride, padding: .valid, hasBias: false,
      random: &random)
    return Residual(entry: [entry], branch: branch, shortcut: [shortcut])
  }

  private static func scaled(_ channels: Int, by factor: Float) -> Int {
    max(4, Int((Float(channels) * factor / 4).rounded()) * 4)
  }
}
