/// A snapshot of a run's tensors and the run it belongs to, stored as a safetensors file.
///
/// Network parameters are stored under their own names, the optimizer state under `optimizer/...` and the moving average
/// under `ema/...`; the latter two are absent from the best checkpoint.
struct Checkpoint {
  private static let stateKey = "state"
  private static let stepsKey = "optimizer_steps"
  private var file: SafetensorsFile
  private let path: String

  /// The full state of a trainer.
  init(of trainer: Trainer) throws {
    path = CheckpointKind.current.rawValue
    file = SafetensorsFile(metadata: Self.identity(of: trainer.network, trainer.configuration), tensors: [])
    file.metadata[Self.stateKey] = String(decoding: try RunJSON.encode(trainer.state), as: UTF8.self)
    file.tensors = trainer.checkpointTensors.map { ($0.name, $0.tensor.shape, $0.tensor.values) }
    file.metadata[Self.stepsKey] = "\(trainer.optimizer.stepCount)"
  }

  /// The weights used for evaluation, without the training state.
  init(weightsOf trainer: Trainer, epoch: Int) {
    path = CheckpointKind.best.rawValue
    file = SafetensorsFile(metadata: Self.identity(of: trainer.network, trainer.configuration), tensors: [])
    file.metadata["epoch"] = "\(epoch)"
    file.tensors = trainer.withEvaluatedWeights {
      trainer.network.namedParameters.map { ($0.name, $0.parameter.value.shape, $0.parameter.value.values) }
    }
  }

  /// Reads a checkpoint.
  /// - Throws: `FileError` if it cannot be read, `FormatError` if it is corrupt.
  init(contentsOf path: FilePath) throws {
    self.path = path.string
    file = try SafetensorsFile(contentsOf: path)
  }

  func write(to path: FilePath) throws(FileError) { try file.write(to: path) }

  /// Loads the weights into a network.
  /// - Throws: `TrainingError.checkpointMismatch` if the checkpoint belongs to another network.
  func restore(_ network: Network, _ configuration: TrainingConfiguration) throws(TrainingError) {
    try checkIdentity(of: network, configuration)
    try restore(network.namedParameters.map { ($0.name, $0.parameter.value) })
  }

  /// Restores the full state of a trainer.
  /// - Throws: `TrainingError.checkpointMismatch` if the checkpoint belongs to another run, `TrainingError.corrupt` if it
  ///   has no training state.
  func restore(_ trainer: Trainer) throws(TrainingError) {
    try checkIdentity(of: trainer.network, trainer.configuration)
    guard let text = file.metadata[Self.stateKey], let steps = file.metadata[Self.stepsKey].flatMap({ Int($0) }),
      let state = try? RunJSON.decode(TrainingState.self, from: Array(text.utf8))
    else { throw .corrupt(path: path, reason: "it holds weights but no training state", previous: nil) }
    try restore(trainer.checkpointTensors)
    trainer.optimizer.stepCount = steps
    trainer.ema?.updateCount = steps
    trainer.state = state
  }

  private func restore(_ targets: [(name: String, tensor: Tensor)]) throws(TrainingError) {
    for (name, tensor) in targets {
      guard let found = file[name] else {
        throw .checkpointMismatch(path: path, key: "tensor", expected: "'\(name)'", found: "none of that name")
      }
      guard found.shape == tensor.shape else {
        throw .checkpointMismatch(
          path: path, key: "shape of '\(name)'", expected: "\(tensor.shape)", found: "\(found.shape)")
      }
      tensor.values = found.values
    }
  }

  private func checkIdentity(of network: Network, _ configuration: TrainingConfiguration) throws(TrainingError) {
    let identity = Self.identity(of: network, configuration)
    // A different model or dataset explains all other differences, so check those first.
    for key in ["model", "dataset"] + identity.keys.sorted() {
      let (expected, found) = (identity[key] ?? "", file.metadata[key])
      guard found == expected else {
        throw .checkpointMismatch(
          path: path, key: key, expected: "'\(expected)'", found: found.map { "'\($0)'" } ?? "none")
      }
    }
  }

  /// The metadata that identifies the run of a checkpoint.
  private static func identity(of network: Network, _ configuration: TrainingConfiguration) -> [String: String] {
    [
      "model": configuration.model, "dataset": configuration.dataset, "seed": "\(configuration.seed)",
      "input_shape": network.inputShape.map(String.init).joined(separator: "x"), "classes": "\(network.classCount)",
      "parameters": "\(network.parameterCount)",
    ]
  }
}

extension Trainer {
  /// All tensors that change during training, under their names in checkpoints.
  var checkpointTensors: [(name: String, tensor: Tensor)] {
    let named = network.namedParameters
    return named.map { ($0.name, $0.parameter.value) }
      + optimizer.state.map { ("optimizer/\($0.name)", $0.tensor) }
      + zip(named, ema?.averages ?? []).map { ("ema/\($0.name)", $1) }
  }
}
