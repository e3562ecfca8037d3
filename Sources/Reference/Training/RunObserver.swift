/// Someone who is told what a run does, while it does it.
public protocol RunObserver: AnyObject {
  /// The run begins, or goes on.
  func runBegan(_ trainer: Trainer) throws
  /// A step is done.
  func stepDone(_ metrics: StepMetrics, _ trainer: Trainer) throws
  /// An epoch is done and its hold-out read.
  func epochDone(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws
  /// Everything is done and the test split read.
  func runFinished(_ result: RunResult, mistakes: [Mistake]) throws
}

extension RunObserver {
  public func runBegan(_ trainer: Trainer) throws {}
  public func stepDone(_ metrics: StepMetrics, _ trainer: Trainer) throws {}
  public func epochDone(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws {}
  public func runFinished(_ result: RunResult, mistakes: [Mistake]) throws {}
}

extension Trainer {
  /// Whether the step that was just done belongs into the records: about twenty of an epoch do.
  var isRecordedStep: Bool { state.stepInEpoch.isMultiple(of: max(1, stepsPerEpoch / 20)) }
}
