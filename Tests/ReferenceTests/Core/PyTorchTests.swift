import Foundation
import Reference
import Testing

/// Outputs, loss, gradients and running statistics of every network against PyTorch in 64 bits, to 1e-5.
@Suite struct PyTorchTests {
  @Test(.enabled(if: PeerPython.isThere, "\(PeerPython.missing)"), arguments: ModelCatalogue.names)
  func sameAsPyTorch(model: String) throws {
    let network = try ModelCatalogue.make(model, height: 28, width: 28, classCount: 10, seed: 3)
    // Few images: of millions of numbers one would be so near zero that 32 and 64 bits rectify it differently.
    let batch = 6
    let images = randomTensor([batch, 28, 28, 1], seed: 5)
    let labels = (0..<batch).map { $0 * 7 % 10 }
    // Dropout draws differently; the one network that has it has no batch normalization and is compared without.
    let pass = Pass(isTraining: model != "keras-cnn", workers: Workers(count: 2))
    let before = network.parameters.map(\.value.values)
    let logits = network(images, pass)
    let loss = SoftmaxCrossEntropy(labelSmoothing: 0.1)
    let value = loss(logits, labels: labels).loss
    network.backward(loss.gradient, pass)

    var file = SafetensorsFile(tensors: [
      ("images", images.shape, images.values), ("labels", [batch], labels.map(Float.init)),
      ("logits", logits.shape, logits.values), ("loss", [1], [value]),
    ])
    for (index, parameter) in network.parameters.enumerated() {
      file.tensors.append(("before.\(index)", parameter.value.shape, before[index]))
      file.tensors.append(("after.\(index)", parameter.value.shape, parameter.value.values))
      if let gradient = parameter.gradient {
        file.tensors.append(("gradient.\(index)", gradient.shape, gradient.values))
      }
    }
    let url = FileManager.default.temporaryDirectory.appending(path: "mllint-\(model)-\(UUID()).safetensors")
    defer { try? FileManager.default.removeItem(at: url) }
    try file.write(to: url)
    let result = try PeerPython.run("../Core/compare_with_pytorch.py", [model, url.path()])
    print(result.output)
    #expect(result.status == 0, "\(result.output)")
  }
}
