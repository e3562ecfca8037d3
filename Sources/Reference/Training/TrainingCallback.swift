/// Receives the events of a training run, for logging and progress display.
public protocol TrainingCallback: AnyObject {
  /// Called before the first step of a new or resumed run.
  func trainingDidBegin(_ trainer: Trainer) throws
  /// Called after every step.
  func stepDidEnd(_ metrics: StepMetrics, _ trainer: Trainer) throws
  /// Called after every epoch and its validation.
  /// - Parameters:
  ///   - metrics: the losses and accuracies of the epoch.
  ///   - isBest: whether the epoch has the best validation accuracy so far.
  ///   - trainer: the trainer after the last step of the epoch.
  func epochDidEnd(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws
  /// Called after the evaluation on the test split.
  func trainingDidEnd(_ result: RunResult, mistakes: [Mistake]) throws
}

extension TrainingCallback {
  public func trainingDidBegin(_ trainer: Trainer) throws {}
  public func stepDidEnd(_ metrics: StepMetrics, _ trainer: Trainer) throws {}
  public func epochDidEnd(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws {}
  public func trainingDidEnd(_ result: RunResult, mistakes: [Mistake]) throws {}
}

extension Trainer {
  /// Whether the metrics of the last step are logged: about 20 steps per epoch are.
  var isLoggedStep: Bool { state.stepInEpoch.isMultiple(of: max(1, stepsPerEpoch / 20)) }
}
