import Foundation

/// The tensors of a run at one moment, with what they belong to.
///
/// As a file: weights under the names that the network gives them, and, where the training is to go on, the optimizer's
/// memory under `optimizer/...` and averaged weights under `average/...`.
struct Checkpoint {
  private static let stateKey = "state"
  private var file: SafetensorsFile
  private let path: String

  /// The whole state of a trainer.
  init(of trainer: Trainer) throws {
    path = CheckpointKind.current.rawValue
    file = SafetensorsFile(metadata: Self.identity(of: trainer.network, trainer.configuration), tensors: [])
    file.metadata[Self.stateKey] = String(decoding: try RunJSON.encode(trainer.state), as: UTF8.self)
    file.tensors = trainer.savedTensors.map { ($0.name, $0.tensor.shape, $0.tensor.values) }
    file.metadata["optimizer_steps"] = "\(trainer.optimizer.stepCount)"
  }

  /// The weights that are judged and kept.
  init(weightsOf trainer: Trainer, epoch: Int) {
    path = CheckpointKind.best.rawValue
    file = SafetensorsFile(metadata: Self.identity(of: trainer.network, trainer.configuration), tensors: [])
    file.metadata["epoch"] = "\(epoch)"
    file.tensors = trainer.withEvaluatedWeights {
      trainer.network.namedParameters.map { ($0.name, $0.parameter.value.shape, $0.parameter.value.values) }
    }
  }

  /// Reads a file.
  /// - Throws: `FileError` if it cannot be read, `FormatError` if it is damaged.
  init(contentsOf url: URL) throws {
    path = url.path(percentEncoded: false)
    file = try SafetensorsFile(contentsOf: url)
  }

  func write(to url: URL) throws(FileError) { try file.write(to: url) }

  /// Puts the weights into a network.
  /// - Throws: `TrainingError.otherCheckpoint` if they are another network's.
  func restore(_ network: Network, _ configuration: TrainingConfiguration) throws(TrainingError) {
    try checkIdentity(of: network, configuration)
    try restore(network.namedParameters.map { ($0.name, $0.parameter.value) })
  }

  /// Puts a trainer back to this state.
  /// - Throws: `TrainingError.otherCheckpoint` if it is another run's, `TrainingError.damaged` if it holds no state.
  func restore(_ trainer: Trainer) throws(TrainingError) {
    try checkIdentity(of: trainer.network, trainer.configuration)
    guard let text = file.metadata[Self.stateKey], let steps = file.metadata["optimizer_steps"].flatMap({ Int($0) }),
      let state = try? RunJSON.decode(TrainingState.self, from: Data(text.utf8))
    else { throw .damaged(path: path, reason: "it holds weights, but no state to go on from", previous: nil) }
    try restore(trainer.savedTensors)
    trainer.optimizer.stepCount = steps
    trainer.average?.updateCount = steps
    trainer.state = state
  }

  private func restore(_ targets: [(name: String, tensor: Tensor)]) throws(TrainingError) {
    for (name, tensor) in targets {
      guard let found = file[name] else {
        throw .otherCheckpoint(path: path, what: "a tensor", expected: "'\(name)'", found: "none of that name")
      }
      guard found.shape == tensor.shape else {
        throw .otherCheckpoint(
          path: path, what: "'\(name)' in shape", expected: "\(tensor.shape)", found: "\(found.shape)")
      }
      tensor.values = found.values
    }
  }

  private func checkIdentity(of network: Network, _ configuration: TrainingConfiguration) throws(TrainingError) {
    let identity = Self.identity(of: network, configuration)
    // What explains the other differences comes first.
    for key in ["model", "dataset"] + identity.keys.sorted() {
      let (expected, found) = (identity[key] ?? "", file.metadata[key])
      guard found == expected else {
        throw .otherCheckpoint(
          path: path, what: key, expected: "'\(expected)'", found: found.map { "'\($0)'" } ?? "none")
      }
    }
  }

  /// What a checkpoint says of the run that it belongs to.
  private static func identity(of network: Network, _ configuration: TrainingConfiguration) -> [String: String] {
    [
      "model": configuration.model, "dataset": configuration.dataset, "seed": "\(configuration.seed)",
      "input_shape": network.inputShape.map(String.init).joined(separator: "x"), "classes": "\(network.classCount)",
      "parameters": "\(network.parameterCount)",
    ]
  }
}

extension Trainer {
  /// Everything that changes from step to step, under the names that a checkpoint gives it.
  var savedTensors: [(name: String, tensor: Tensor)] {
    let named = network.namedParameters
    return named.map { ($0.name, $0.parameter.value) }
      + optimizer.state.map { ("optimizer/\($0.name)", $0.tensor) }
      + zip(named, average?.averages ?? []).map { ("average/\($0.name)", $1) }
  }
}
