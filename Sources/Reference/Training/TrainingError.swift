/// Why a run cannot start, continue or be read.
public enum TrainingError: Error, Equatable {
  /// The loss is infinite or NaN.
  case diverged(epoch: Int, step: Int, loss: Double, learningRate: Float)
  /// The run was stopped on request, after saving its state.
  case interrupted(run: String, epoch: Int, step: Int)
  /// A run with this name exists.
  case runExists(path: String)
  /// The directory is not a run directory.
  case notARun(path: String, missing: String)
  /// The run to resume is complete.
  case finished(path: String, epochs: Int)
  /// Another process is training this run.
  case locked(path: String)
  /// The run has no checkpoint.
  case noCheckpoint(path: String)
  /// A file of the run is invalid.
  case corrupt(path: String, reason: String, previous: String?)
  /// The checkpoint belongs to another model, dataset, shape or seed.
  case checkpointMismatch(path: String, key: String, expected: String, found: String)
}

extension TrainingError {
  /// Whether the run was stopped on request.
  public var isInterruption: Bool {
    if case .interrupted = self { return true }
    return false
  }
}

extension TrainingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .diverged(let epoch, let step, let loss, let learningRate):
      """
      the loss became \(loss) in epoch \(epoch), step \(step), at learning rate \(learningRate); retry with a lower \
      --learning-rate or a longer --warmup (existing checkpoints are kept)
      """
    case .interrupted(let run, let epoch, let step):
      "stopped in epoch \(epoch) after step \(step); continue with --resume \(run)"
    case .runExists(let path):
      "run '\(path)' already exists; choose another --name, or continue it with --resume \(path)"
    case .notARun(let path, let missing):
      "'\(path)' is not a run directory: '\(missing)' is missing; give a directory written by 'mllint reference train'"
    case .finished(let path, let epochs):
      "run '\(path)' has finished all \(epochs) epochs; start a new run with more --epochs to train longer"
    case .locked(let path):
      "another process is training run '\(path)'; wait for it or stop it first"
    case .noCheckpoint(let path):
      "run '\(path)' has no checkpoint yet; continue it with --resume \(path)"
    case .corrupt(let path, let reason, let previous):
      "'\(path)' is corrupt: \(reason)"
        + (previous.map { "; add --from-previous to resume from '\($0)'" }
          ?? "; restore it from a backup, or start a new run")
    case .checkpointMismatch(let path, let key, let expected, let found):
      "'\(path)' belongs to another run: expected \(key) \(expected), found \(found); restore the run's own checkpoint"
    }
  }
}
