import Foundation
import Reference
import Testing

/// Outputs, loss, gradients and running statistics of every network against PyTorch in 64 bits, to 1e-5.
@Suite struct PyTorchTests {
  /// A number that rounding puts on the other side of a rectifier's kink, or of a tie between two maxima, changes gradients
  /// by percents; of the millions in a network one may lie that near. So a draw that disagrees is followed by another:
  /// a real mistake would show in all of them.
  @Test(.enabled(if: PeerPython.isThere, "\(PeerPython.missing)"), arguments: ModelCatalogue.names)
  func sameAsPyTorch(model: String) throws {
    var outputs: [String] = []
    for seed in UInt64(5)...8 {
      let file = try passes(of: model, seed: seed)
      let url = FileManager.default.temporaryDirectory.appending(path: "mllint-\(model)-\(UUID()).safetensors")
      defer { try? FileManager.default.removeItem(at: url) }
      try file.write(to: url)
      let result = try PeerPython.run("../Core/compare_with_pytorch.py", [model, url.path()])
      print(result.output)
      if result.status == 0 { return }
      outputs.append(result.output)
    }
    Issue.record("no draw agrees: \(outputs.joined())")
  }

  /// One pass forwards and backwards: what went in, what came out, and every parameter before and after.
  private func passes(of model: String, seed: UInt64) throws -> SafetensorsFile {
    let network = try ModelCatalogue.make(model, height: 28, width: 28, classCount: 10, seed: 3)
    let batch = 6
    let images = randomTensor([batch, 28, 28, 1], seed: seed)
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
    return file
  }
}
