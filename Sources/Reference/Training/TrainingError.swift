/// Why a run cannot begin, go on or be read.
public enum TrainingError: Error, Equatable {
  /// The loss is infinite or not a number.
  case diverged(epoch: Int, step: Int, loss: Double, learningRate: Float)
  /// The run was asked to stop, and its state is saved.
  case interrupted(run: String, epoch: Int, step: Int)
  /// There is a run of this name.
  case runExists(path: String)
  /// A folder lacks what makes it a run.
  case notARun(path: String, missing: String)
  /// All epochs of the run to resume are done.
  case finished(path: String, epochs: Int)
  /// Another process is writing the run.
  case busy(path: String)
  /// The run has no checkpoint to go on from.
  case noCheckpoint(path: String)
  /// A file of the run does not hold what it should.
  case damaged(path: String, reason: String, previous: String?)
  /// A checkpoint of another model, data set, shape or seed.
  case otherCheckpoint(path: String, what: String, expected: String, found: String)
}

extension TrainingError {
  /// Whether the run did what it was asked to.
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
      the loss became \(loss) in epoch \(epoch), step \(step), at a learning rate of \(learningRate); \
      begin again with a lower --learning-rate (a tenth of it, say) or a longer --warmup; checkpoints are kept as they were
      """
    case .interrupted(let run, let epoch, let step):
      "stopped in epoch \(epoch) after step \(step); go on with --resume \(run)"
    case .runExists(let path):
      "there is a run in '\(path)' already; choose another --name, or go on with it by --resume \(path)"
    case .notARun(let path, let missing):
      "'\(path)' is not the folder of a run: '\(missing)' is missing; name a folder below runs/ that training wrote"
    case .finished(let path, let epochs):
      "the run in '\(path)' is finished: all \(epochs) epochs are done; begin a new one with more --epochs to train longer"
    case .busy(let path):
      "another process is training in '\(path)'; wait for it, or stop it first"
    case .noCheckpoint(let path):
      "there is no checkpoint in '\(path)' yet, so nothing to read; go on with the run by --resume \(path)"
    case .damaged(let path, let reason, let previous):
      "'\(path)' is damaged: \(reason)"
        + (previous.map { "; '\($0)' is the checkpoint before it: add --from-previous to go on from there" }
          ?? "; restore it from a copy, or begin a new run")
    case .otherCheckpoint(let path, let what, let expected, let found):
      "'\(path)' belongs to another run: expected \(what) \(expected), found \(found); name the checkpoint's own run"
    }
  }
}
