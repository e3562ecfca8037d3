/// The checkpoints of a run.
public enum CheckpointKind: String, CaseIterable, Sendable {
  /// The latest training state.
  case current
  /// The training state before `current`.
  case previous
  /// The weights of the best epoch, without the training state.
  case best
}
