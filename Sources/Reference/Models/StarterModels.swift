/// Networks of plain convolutions, pools and dense layers.
extension ModelCatalogue {
  /// 28 × 28 × 1 -> 26 × 26 × 8 -> 13 × 13 × 8 -> 10: 13,602 parameters, which begin as the article's do.
  static func articleLayers(_ input: [Int], _ classCount: Int, _ random: inout RandomGenerator) -> [any Layer] {
    let pooled = [(input[0] - 2) / 2, (input[1] - 2) / 2]
    let inputCount = pooled[0] * pooled[1] * 8
    return [
      Convolution(
        inputChannels: 1, outputChannels: 8, kernelSize: 3, padding: .valid, hasBias: false, weightDeviation: 1 / 9,
        random: &random),
      MaximumPool(),
      Dense(
        inputCount: inputCount, outputCount: classCount, weightDeviation: 1 / Float(inputCount), random: &random),
    ]
  }

  /// 28 × 28 × 1 -> 14 × 14 × 8 -> 7 × 7 × 16 -> 10.
  static func fiveByFiveLayers(_ input: [Int], _ classCount: Int, _ random: inout RandomGenerator) -> [any Layer] {
    [
      Convolution(inputChannels: 1, outputChannels: 8, kernelSize: 5, random: &random), ReLU(), MaximumPool(),
      Convolution(inputChannels: 8, outputChannels: 16, kernelSize: 5, random: &random), ReLU(), MaximumPool(),
      Dense(inputCount: input[0] / 4 * (input[1] / 4) * 16, outputCount: classCount, random: &random),
    ]
  }

  /// 28 × 28 × 1 -> 26 × 26 × 32 -> 24 × 24 × 64 -> 12 × 12 × 64 -> 128 -> 10: the published table's simple CNN.
  static func kerasLayers(_ input: [Int], _ classCount: Int, _ random: inout RandomGenerator) -> [any Layer] {
    let pooled = [(input[0] - 4) / 2, (input[1] - 4) / 2]
    return [
      Convolution(inputChannels: 1, outputChannels: 32, kernelSize: 3, padding: .valid, random: &random), ReLU(),
      Convolution(inputChannels: 32, outputChannels: 64, kernelSize: 3, padding: .valid, random: &random), ReLU(),
      MaximumPool(), Dropout(rate: 0.25, key: 1),
      Dense(inputCount: pooled[0] * pooled[1] * 64, outputCount: 128, random: &random), ReLU(),
      Dropout(rate: 0.5, key: 2),
      Dense(inputCount: 128, outputCount: classCount, random: &random),
    ]
  }
}
