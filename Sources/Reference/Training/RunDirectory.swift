import Glibc

/// The directory of one run and the files in it.
public struct RunDirectory: Sendable {
  /// The directory as the user gave it.
  public let path: FilePath

  public init(_ path: FilePath) { self.path = path }

  public var configuration: FilePath { path.appending("configuration.json") }
  public var metrics: FilePath { path.appending("metrics.jsonl") }
  public var result: FilePath { path.appending("result.json") }
  public var mistakes: FilePath { path.appending("mistakes.json") }
  public var model: FilePath { path.appending("model.onnx") }
  public var checkpoints: FilePath { path.appending("checkpoints") }

  /// The file of a checkpoint.
  public func checkpoint(_ kind: CheckpointKind) -> FilePath {
    checkpoints.appending("\(kind.rawValue).safetensors")
  }

  /// Creates the directory of a new run.
  /// - Parameters:
  ///   - name: the name of the run; nil for the default name.
  ///   - defaultName: the name if none is given, with a number appended if it is taken.
  ///   - parent: the directory of all runs, created if it is missing.
  /// - Throws: `TrainingError.runExists` if the given name is taken, `FileError` if the directory cannot be created.
  public static func create(named name: String?, or defaultName: String, in parent: FilePath) throws -> RunDirectory {
    try Directory.make(parent)
    var number = 1
    while true {
      let candidate = name ?? (number == 1 ? defaultName : "\(defaultName)-\(number)")
      let run = RunDirectory(parent.appending(candidate))
      if mkdir(run.path.string, 0o777) == 0 {
        try Directory.make(run.checkpoints)
        return run
      }
      guard errno == EEXIST else { throw FileError(path: run.path.string, operation: "create", errorNumber: errno) }
      guard name == nil else { throw TrainingError.runExists(path: run.path.string) }
      number += 1
    }
  }

  /// The configuration of the run.
  /// - Throws: `TrainingError.notARun` if there is none, `TrainingError.corrupt` if it is invalid.
  public func readConfiguration() throws -> TrainingConfiguration {
    try read(TrainingConfiguration.self, from: configuration)
  }

  /// The trained network of the run.
  /// - Throws: `TrainingError` if the checkpoint is missing, corrupt or belongs to another run.
  public func network(
    for configuration: TrainingConfiguration, _ data: TrainingData, checkpoint: CheckpointKind = .best
  ) throws -> Network {
    let network = try configuration.makeNetwork(for: data.training)
    try CheckpointStore(directory: self).restoreWeights(network, configuration, from: checkpoint)
    return network
  }

  /// Writes a JSON file of the run atomically.
  func write(_ value: some Encodable, to file: FilePath) throws {
    try AtomicFile.write(RunJSON.encode(value, pretty: true), to: file)
  }

  private func read<Value: Decodable>(_ type: Value.Type, from file: FilePath) throws -> Value {
    guard file.exists else { throw TrainingError.notARun(path: path.string, missing: file.lastComponent) }
    let bytes = try AtomicFile.read(file)
    do {
      return try RunJSON.decode(type, from: bytes)
    } catch {
      throw TrainingError.corrupt(path: file.string, reason: RunJSON.describe(error), previous: nil)
    }
  }
}
