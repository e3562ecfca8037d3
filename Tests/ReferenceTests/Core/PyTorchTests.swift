import Foundation
import Reference
import Testing

/// Outputs, losses, gradients and running statistics of every network compared with PyTorch in double precision.
@Suite struct PyTorchTests {
  /// A value that rounding moves across the kink of a ReLU or a tie of max pooling changes gradients by percents. Among
  /// millions of values, one may be that close, so a mismatch is retried with other inputs: a real error fails all of them.
  @Test(.enabled(if: PeerPython.isAvailable, "\(PeerPython.missing)"), arguments: ModelCatalog.names)
  func matchesPyTorch(model: String) throws {
    let directory = try TemporaryDirectory()
    var outputs: [String] = []
    for seed in UInt64(5)...8 {
      let path = directory.file("\(model).safetensors")
      try passes(of: model, seed: seed).write(to: path)
      let result = try PeerPython.run("Core/compare_with_pytorch.py", [model, path.string])
      print(result.output)
      if result.status == 0 { return }
      outputs.append(result.output)
    }
    Issue.record("no input matches: \(outputs.joined())")
  }

  /// A forward and backward pass: the inputs, the outputs, and every parameter before and after.
  private func passes(of model: String, seed: UInt64) throws -> SafetensorsFile {
    let network = try ModelCatalog.make(model, height: 28, width: 28, classCount: 10, seed: 3)
    let batch = 6
    let images = randomTensor([batch, 28, 28, 1], seed: seed)
    let labels = (0..<batch).map { $0 * 7 % 10 }
    // Dropout masks differ from PyTorch's; the only network with dropout has no batch normalization and is compared in
    // inference mode.
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
