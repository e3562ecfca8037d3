import Glibc

/// The checkpoints of a run directory. At every moment at least one complete checkpoint exists.
struct CheckpointStore {
  let directory: RunDirectory

  /// Saves the trainer's state as `current` and keeps the former one as `previous`.
  func write(_ trainer: Trainer) throws {
    try trainer.checkWeights()
    let checkpoint = try Checkpoint(of: trainer)
    try keepCurrent()
    try checkpoint.write(to: directory.checkpoint(.current))
  }

  /// Saves the weights of an epoch as `best`.
  func writeBest(_ trainer: Trainer, epoch: Int) throws {
    try Checkpoint(weightsOf: trainer, epoch: epoch).write(to: directory.checkpoint(.best))
  }

  /// Restores a trainer's state.
  /// - Parameter kind: `current`, or `previous` if that is corrupt.
  /// - Throws: `TrainingError`, or `FileError` if the file cannot be read.
  func restore(_ trainer: Trainer, from kind: CheckpointKind) throws {
    if kind == .current, !exists(.current), exists(.previous) {
      throw TrainingError.corrupt(path: name(.current), reason: "the file is missing", previous: name(.previous))
    }
    guard exists(kind) else { throw TrainingError.noCheckpoint(path: directory.path.string) }
    try open(kind).restore(trainer)
  }

  /// Loads the weights of a checkpoint into a network.
  func restoreWeights(_ network: Network, _ configuration: TrainingConfiguration, from kind: CheckpointKind) throws {
    guard exists(kind) else { throw TrainingError.noCheckpoint(path: directory.path.string) }
    try open(kind).restore(network, configuration)
  }

  private func open(_ kind: CheckpointKind) throws -> Checkpoint {
    do {
      return try Checkpoint(contentsOf: directory.checkpoint(kind))
    } catch let error as FormatError {
      let hasPrevious = kind == .current && exists(.previous)
      throw TrainingError.corrupt(
        path: name(kind), reason: "\(error.problem), expected \(error.expected), found \(error.found)",
        previous: hasPrevious ? name(.previous) : nil)
    }
  }

  func exists(_ kind: CheckpointKind) -> Bool { directory.checkpoint(kind).exists }

  private func name(_ kind: CheckpointKind) -> String { directory.checkpoint(kind).string }

  /// Hard-links `current` as `previous`, so that there is always a complete checkpoint.
  private func keepCurrent() throws(FileError) {
    guard exists(.current) else { return }
    let temporary = name(.previous) + ".partial"
    unlink(temporary)
    guard link(name(.current), temporary) == 0 else {
      // Some file systems do not support hard links.
      return try AtomicFile.write(AtomicFile.read(directory.checkpoint(.current)), to: directory.checkpoint(.previous))
    }
    // If both names already refer to the same file, rename does nothing and leaves the temporary name.
    defer { unlink(temporary) }
    guard rename(temporary, name(.previous)) == 0 else {
      throw FileError(path: name(.previous), operation: "write", errorNumber: errno)
    }
  }
}
