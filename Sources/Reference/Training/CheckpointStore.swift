import Foundation

/// The checkpoints of a run folder: written so that a whole one is there at every moment.
struct CheckpointStore {
  let folder: RunFolder

  /// Makes the trainer's state `current`, and what was that `previous`.
  func write(_ trainer: Trainer) throws {
    try trainer.checkWeights()
    let checkpoint = try Checkpoint(of: trainer)
    try keepCurrent()
    try checkpoint.write(to: folder.checkpoint(.current))
  }

  /// Keeps the weights of an epoch as the best.
  func writeBest(_ trainer: Trainer, epoch: Int) throws {
    try Checkpoint(weightsOf: trainer, epoch: epoch).write(to: folder.checkpoint(.best))
  }

  /// Puts a trainer back to the newest state.
  /// - Parameter kind: `current`, or `previous` where that is damaged.
  /// - Throws: `TrainingError`, or `FileError` if the file cannot be read.
  func restore(_ trainer: Trainer, from kind: CheckpointKind) throws {
    if kind == .current, !exists(.current), exists(.previous) {
      throw TrainingError.damaged(path: name(.current), reason: "the file is missing", previous: name(.previous))
    }
    guard exists(kind) else { throw TrainingError.noCheckpoint(path: folder.path) }
    try open(kind).restore(trainer)
  }

  /// Puts the weights of a checkpoint into a network.
  func restoreWeights(_ network: Network, _ configuration: TrainingConfiguration, from kind: CheckpointKind) throws {
    guard exists(kind) else { throw TrainingError.noCheckpoint(path: folder.path) }
    try open(kind).restore(network, configuration)
  }

  private func open(_ kind: CheckpointKind) throws -> Checkpoint {
    do {
      return try Checkpoint(contentsOf: folder.checkpoint(kind))
    } catch let error as FormatError {
      let hasOther = kind == .current && exists(.previous)
      throw TrainingError.damaged(
        path: name(kind), reason: "\(error.problem), expected \(error.expected), found \(error.found)",
        previous: hasOther ? name(.previous) : nil)
    }
  }

  func exists(_ kind: CheckpointKind) -> Bool { FileManager.default.fileExists(atPath: name(kind)) }

  private func name(_ kind: CheckpointKind) -> String { folder.checkpoint(kind).path(percentEncoded: false) }

  /// Gives `current` a second name, `previous`; at no moment is there less than one whole checkpoint.
  private func keepCurrent() throws(FileError) {
    guard exists(.current) else { return }
    let temporary = name(.previous) + ".partial"
    unlink(temporary)
    guard link(name(.current), temporary) == 0 else {
      // Some file systems know no second names.
      return try AtomicFile.write(AtomicFile.read(folder.checkpoint(.current)), to: folder.checkpoint(.previous))
    }
    // Where both were names of one file already, renaming does nothing and leaves the temporary name.
    defer { unlink(temporary) }
    guard rename(temporary, name(.previous)) == 0 else {
      throw FileError(path: name(.previous), operation: "write", errorNumber: errno)
    }
  }
}
