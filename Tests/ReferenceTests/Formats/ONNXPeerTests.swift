import Foundation
import Reference
import Testing

/// onnxruntime computes what our networks compute.
@Suite(.enabled(if: PeerPython.isThere, Comment(rawValue: PeerPython.missing)))
struct ONNXPeerTests {
  @Test func runsEveryModelAndEveryLayer() throws {
    let folder = try FormatsFolder()
    let networks = try catalogue() + [layersOutsideTheCatalogue(), networkWithoutNodes()]
    for (number, network) in networks.enumerated() { try write(network, to: folder, as: "\(network.name)-\(number)") }
    let result = try PeerPython.run("run_model.py", [folder.url.path()])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("ran \(networks.count) models"), "\(result.output)")
    #expect(result.output.contains("'pixels': 'value / 255 - 0.5'"), "\(result.output)")
    print(result.output, terminator: "")
  }

  /// Every model of the catalogue, also for images that are not square and whose pools leave rows out.
  private func catalogue() throws -> [Network] {
    try ModelCatalogue.names.flatMap { name in
      [
        try ModelCatalogue.make(name, height: 28, width: 28, classCount: 10, seed: 1),
        try ModelCatalogue.make(name, height: 27, width: 22, classCount: 7, seed: 2),
      ]
    }
  }

  private func layersOutsideTheCatalogue() throws -> Network {
    var random = RandomGenerator(seed: 3)
    return try Network(
      name: "layers", inputShape: [11, 14, 3], classCount: 5,
      layers: [
        DepthwiseConvolution(channels: 3, kernelSize: 5, stride: 2, random: &random),
        BatchNormalization(channels: 3, rectifies: false),
        Convolution(inputChannels: 3, outputChannels: 6, kernelSize: 1, random: &random),
        DepthwiseConvolution(channels: 6, kernelSize: 3, random: &random),
        MaximumPool(size: 3),
        Residual(branch: [Convolution(inputChannels: 6, outputChannels: 6, kernelSize: 3, random: &random)]),
        Dropout(rate: 0.5), Dense(inputCount: 2 * 2 * 6, outputCount: 8, random: &random),
        BatchNormalization(channels: 8, rectifies: true), Dense(inputCount: 8, outputCount: 5, random: &random),
      ])
  }

  private func networkWithoutNodes() throws -> Network {
    try Network(name: "nothing", inputShape: [4], classCount: 4, layers: [Dropout(rate: 0.5)])
  }

  /// Gives every parameter a value of its own, runs the network on random images, and writes both beside the model.
  private func write(_ network: Network, to folder: FormatsFolder, as name: String) throws {
    var random = RandomGenerator(seed: 4)
    for (name, parameter) in network.namedParameters where parameter.value.shape.count == 1 {
      let range: ClosedRange<Float> = name.contains("variance") || name.contains("scale") ? 0.5...1.5 : -0.5...0.5
      parameter.value.values = (0..<parameter.value.count).map { _ in random.uniform(in: range) }
    }
    let images = Tensor(shape: [5] + network.inputShape)
    images.values = (0..<images.count).map { _ in random.uniform(in: -0.5...0.5) }
    let logits = network(images, Pass(isTraining: false, workers: Workers(count: 1)))
    try ONNXExport.write(network, to: folder.file("\(name).onnx"), metadata: ["pixels": "value / 255 - 0.5"])
    let (shape, values) = channelsFirst(images)
    try SafetensorsFile(tensors: [("images", shape, values), ("logits", logits.shape, logits.values)])
      .write(to: folder.file("\(name).safetensors"))
  }

  /// (batch, height, width, channels) as (batch, channels, height, width).
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
