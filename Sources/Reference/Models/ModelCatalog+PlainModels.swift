/// Networks without batch normalization.
extension ModelCatalog {
  /// 28×28×1 -> 26×26×8 -> 13×13×8 -> 10: 13,602 parameters, initialized as in the article.
  static func articleLayers(_ input: [Int], _ classCount: Int, _ random: inout RandomGenerator) -> [any Layer] {
    let pooled = [(input[0] - 2) / 2, (input[1] - 2) / 2]
    let inputCount = pooled[0] * pooled[1] * 8
    return [
      Conv2D(
        inputChannels: 1, outputChannels: 8, kernelSize: 3, padding: .valid, hasBias: false,
        weightStandardDeviation: 1 / 9, random: &random),
      MaxPool2D(),
      Dense(
        inputCount: inputCount, outputCount: classCount, weightStandardDeviation: 1 / Float(inputCount),
        random: &random),
    ]
  }

  /// 28×28×1 -> 14×14×8 -> 7×7×16 -> 10.
  static func fiveByFiveLayers(_ input: [Int], _ classCount: Int, _ random: inout RandomGenerator) -> [any Layer] {
    [
      Conv2D(inputChannels: 1, outputChannels: 8, kernelSize: 5, random: &random), ReLU(), MaxPool2D(),
      Conv2D(inputChannels: 8, outputChannels: 16, kernelSize: 5, random: &random), ReLU(), MaxPool2D(),
      Dense(inputCount: input[0] / 4 * (input[1] / 4) * 16, outputCount: classCount, random: &random),
    ]
  }

  /// 28×28×1 -> 26×26×32 -> 24×24×64 -> 12×12×64 -> 128 -> 10: the "Keras simple CNN" of the KMNIST benchmark.
  static func kerasLayers(_ input: [Int], _ classCount: Int, _ random: inout RandomGenerator) -> [any Layer] {
    let pooled = [(input[0] - 4) / 2, (input[1] - 4) / 2]
    return [
      Conv2D(inputChannels: 1, outputChannels: 32, kernelSize: 3, padding: .valid, random: &random), ReLU(),
      Conv2D(inputChannels: 32, outputChannels: 64, kernelSize: 3, padding: .valid, random: &random), ReLU(),
      MaxPool2D(), Dropout(rate: 0.25, key: 1),
      Dense(inputCount: pooled[0] * pooled[1] * 64, outputCount: 128, random: &random), ReLU(),
      Dropout(rate: 0.5, key: 2),
      Dense(inputCount: 128, outputCount: classCount, random: &random),
    ]
  }
}
