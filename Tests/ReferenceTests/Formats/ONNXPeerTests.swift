import Reference
import Testing

/// The outputs of exported models in onnxruntime compared with ours.
@Suite(.enabled(if: PeerPython.isAvailable, "\(PeerPython.missing)"))
struct ONNXPeerTests {
  @Test func exportedModelsMatchInONNXRuntime() throws {
    let directory = try TemporaryDirectory()
    let networks = try catalogNetworks() + [networkOfOtherLayers(), networkWithoutNodes()]
    for (number, network) in networks.enumerated() {
      try write(network, to: directory, as: "\(network.name)-\(number)")
    }
    let result = try PeerPython.run("Formats/run_model.py", [directory.path.string])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("ran \(networks.count) models"), "\(result.output)")
    #expect(result.output.contains("'normalization': 'pixel / 255 - 0.5'"), "\(result.output)")
    print(result.output, terminator: "")
  }

  /// All catalog models, also for a non-square image whose size is not divisible by the pooling windows.
  private func catalogNetworks() throws -> [Network] {
    try ModelCatalog.names.flatMap { name in
      [
        try ModelCatalog.make(name, height: 28, width: 28, classCount: 10, seed: 1),
        try ModelCatalog.make(name, height: 27, width: 22, classCount: 7, seed: 2),
      ]
    }
  }

  private func networkOfOtherLayers() throws -> Network {
    var random = RandomGenerator(seed: 3)
    return try Network(
      name: "layers", inputShape: [11, 14, 3], classCount: 5,
      layers: [
        DepthwiseConv2D(channels: 3, kernelSize: 5, stride: 2, random: &random),
        BatchNormalization(channels: 3, appliesReLU: false),
        Conv2D(inputChannels: 3, outputChannels: 6, kernelSize: 1, random: &random),
        DepthwiseConv2D(channels: 6, kernelSize: 3, random: &random),
        MaxPool2D(size: 3),
        ResidualBlock(branch: [Conv2D(inputChannels: 6, outputChannels: 6, kernelSize: 3, random: &random)]),
        Dropout(rate: 0.5), Dense(inputCount: 2 * 2 * 6, outputCount: 8, random: &random),
        BatchNormalization(channels: 8, appliesReLU: true), Dense(inputCount: 8, outputCount: 5, random: &random),
      ])
  }

  private func networkWithoutNodes() throws -> Network {
    try Network(name: "nothing", inputShape: [4], classCount: 4, layers: [Dropout(rate: 0.5)])
  }

  /// Randomizes all parameters, runs the network on random images, and writes the model with its inputs and outputs.
  private func write(_ network: Network, to directory: TemporaryDirectory, as name: String) throws {
    var random = RandomGenerator(seed: 4)
    for (name, parameter) in network.namedParameters where parameter.value.shape.count == 1 {
      let range: ClosedRange<Float> = name.contains("variance") || name.contains("gamma") ? 0.5...1.5 : -0.5...0.5
      parameter.value.values = (0..<parameter.value.count).map { _ in random.uniform(in: range) }
    }
    let images = Tensor(shape: [5] + network.inputShape)
    images.values = (0..<images.count).map { _ in random.uniform(in: -0.5...0.5) }
    let logits = network(images, Pass(isTraining: false, workers: Workers(count: 1)))
    try ONNXExport.write(network, to: directory.file("\(name).onnx"), metadata: ["normalization": "pixel / 255 - 0.5"])
    let (shape, values) = channelsFirst(images)
    try SafetensorsFile(tensors: [("images", shape, values), ("logits", logits.shape, logits.values)])
      .write(to: directory.file("\(name).safetensors"))
  }

  /// Converts (batch, height, width, channels) to (batch, channels, height, width).
  private func channelsFirst(_ images: Tensor) -> (shape: [Int], values: [Float]) {
    guard images.shape.count == 4 else { return (images.shape, images.values) }
    let (batch, pixels, channels) = (images.shape[0], images.shape[1] * images.shape[2], images.shape[3])
    let source = images.values
    var values: [Float] = []
    for image in 0..<batch {
      for channel in 0..<channels {
        values += (0..<pixels).map { source[(image * pixels + $0) * channels + channel] }
      }
    }
    return ([batch, channels, images.shape[1], images.shape[2]], values)
  }
}
