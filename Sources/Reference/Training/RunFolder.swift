import Foundation

/// The folder of one run, and what each file in it is called.
public struct RunFolder: Sendable {
  public let url: URL
  /// The folder as the user named it, for messages.
  public let path: String

  public init(_ path: String) {
    self.path = path
    url = URL(filePath: path, directoryHint: .isDirectory)
  }

  public var configuration: URL { url.appending(path: "configuration.json") }
  public var metrics: URL { url.appending(path: "metrics.jsonl") }
  public var result: URL { url.appending(path: "result.json") }
  public var mistakes: URL { url.appending(path: "mistakes.json") }
  public var model: URL { url.appending(path: "model.onnx") }
  public var checkpoints: URL { url.appending(path: "checkpoints", directoryHint: .isDirectory) }

  /// Where the named checkpoint lies.
  public func checkpoint(_ kind: CheckpointKind) -> URL {
    checkpoints.appending(path: "\(kind.rawValue).safetensors")
  }

  /// Makes a folder for a new run.
  /// - Parameters:
  ///   - name: what the run is called; nil where that does not matter.
  ///   - fallback: what it is called then, with a number behind it where that is taken.
  ///   - parent: the folder of all runs, made where it is missing.
  /// - Throws: `TrainingError.runExists` if the name is taken, `FileError` if the folder cannot be made.
  public static func make(_ name: String?, or fallback: String, in parent: String) throws -> RunFolder {
    try Folder.make(parent)
    var number = 1
    while true {
      let candidate = name ?? (number == 1 ? fallback : "\(fallback)-\(number)")
      let folder = RunFolder(parent.hasSuffix("/") ? parent + candidate : "\(parent)/\(candidate)")
      if mkdir(folder.path, 0o777) == 0 {
        try Folder.make(folder.checkpoints.path(percentEncoded: false))
        return folder
      }
      guard errno == EEXIST else { throw FileError(path: folder.path, operation: "make", errorNumber: errno) }
      guard name == nil else { throw TrainingError.runExists(path: folder.path) }
      number += 1
    }
  }

  /// The values that the run was begun with.
  /// - Throws: `TrainingError.notARun` if there are none, `TrainingError.damaged` if they cannot be read.
  public func readConfiguration() throws -> TrainingConfiguration {
    try read(TrainingConfiguration.self, from: configuration)
  }

  /// The trained network of the run.
  /// - Throws: `TrainingError` for weights that are missing, damaged or another run's.
  public func network(
    for configuration: TrainingConfiguration, _ data: TrainingData, checkpoint: CheckpointKind = .best
  ) throws -> Network {
    let network = try configuration.makeNetwork(for: data.training)
    try CheckpointStore(folder: self).restoreWeights(network, configuration, from: checkpoint)
    return network
  }

  /// Writes a file of the run in one go.
  func write(_ value: some Encodable, to url: URL) throws {
    try AtomicFile.write(RunJSON.encode(value, pretty: true), to: url)
  }

  private func read<Value: Decodable>(_ type: Value.Type, from url: URL) throws -> Value {
    guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else {
      throw TrainingError.notARun(path: path, missing: url.lastPathComponent)
    }
    let bytes = try AtomicFile.read(url)
    do {
      return try RunJSON.decode(type, from: Data(bytes))
    } catch {
      throw TrainingError.damaged(path: url.path(percentEncoded: false), reason: RunJSON.describe(error), previous: nil)
    }
  }
}

/// Which of a run's checkpoints is meant.
public enum CheckpointKind: String, CaseIterable, Sendable {
  /// The newest state of the run.
  case current
  /// The state before that.
  case previous
  /// The weights of the best epoch, without the state of the training.
  case best
}
