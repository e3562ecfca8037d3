/// A training run from the first step to the result, recorded in a directory.
public final class TrainingRun {
  public let directory: RunDirectory
  public let trainer: Trainer
  private let store: CheckpointStore
  private let callbacks: [any TrainingCallback]
  private let isStopRequested: () -> Bool
  /// Held for the duration of the run.
  private var lock: RunLock?

  /// - Parameters:
  ///   - trainer: the trainer.
  ///   - directory: the run directory.
  ///   - callbacks: callbacks in addition to the configured loggers.
  ///   - isStopRequested: polled after each step; if true, the run saves its state and stops.
  public init(
    _ trainer: Trainer, in directory: RunDirectory, callbacks: [any TrainingCallback] = [],
    isStopRequested: @escaping () -> Bool = { false }
  ) {
    self.trainer = trainer
    self.directory = directory
    self.isStopRequested = isStopRequested
    store = CheckpointStore(directory: directory)
    self.callbacks = Self.loggers(for: trainer.configuration, in: directory) + callbacks
  }

  /// Saves the configuration and initial checkpoint of a new run.
  /// - Throws: `FileError` if the directory cannot be written.
  public func begin() throws {
    try acquireLock()
    try directory.write(trainer.configuration, to: directory.configuration)
    try store.write(trainer)
  }

  /// Restores the trainer from a checkpoint, or starts over if the run was stopped before its first one.
  /// - Parameter kind: the checkpoint to resume from.
  /// - Throws: `TrainingError.finished` if nothing is left to do; other `TrainingError`s for an unusable checkpoint.
  public func resume(from kind: CheckpointKind = .current) throws {
    try acquireLock()
    if kind == .current, !store.exists(.current), !store.exists(.previous) { return try store.write(trainer) }
    try store.restore(trainer, from: kind)
    if trainer.isFinished && directory.result.exists {
      throw TrainingError.finished(path: directory.path.string, epochs: trainer.configuration.epochs)
    }
  }

  /// Trains the remaining epochs and evaluates the best checkpoint on the test split.
  /// - Throws: `TrainingError`, or the error of a callback; the checkpoints stay usable.
  public func run() throws -> RunResult {
    defer { lock = nil }
    for callback in callbacks { try callback.trainingDidBegin(trainer) }
    while !trainer.isFinished {
      try trainEpoch()
      let epoch = trainer.state.epoch
      let (metrics, isBest) = try trainer.finishEpoch()
      for callback in callbacks { try callback.epochDidEnd(metrics, isBest: isBest, trainer) }
      if isBest { try store.writeBest(trainer, epoch: epoch) }
      try store.write(trainer)
    }
    try store.restoreWeights(trainer.network, trainer.configuration, from: .best)
    let (result, mistakes) = makeResult()
    try directory.write(mistakes, to: directory.mistakes)
    if trainer.configuration.onnx { try writeModel() }
    for callback in callbacks { try callback.trainingDidEnd(result, mistakes: mistakes) }
    try directory.write(result, to: directory.result)
    return result
  }

  private func acquireLock() throws {
    if lock == nil { lock = try RunLock(directory) }
  }

  private func trainEpoch() throws {
    let interval = trainer.configuration.checkpointInterval
    while !trainer.isEpochComplete {
      let metrics = try trainer.step()
      for callback in callbacks { try callback.stepDidEnd(metrics, trainer) }
      // After the last step, the checkpoint of the epoch follows the validation.
      if trainer.isEpochComplete { return }
      let isStopping = isStopRequested()
      if isStopping || interval > 0 && trainer.state.step.isMultiple(of: interval) { try store.write(trainer) }
      if isStopping {
        throw TrainingError.interrupted(
          run: directory.path.string, epoch: trainer.state.epoch, step: trainer.state.step)
      }
    }
  }

  /// Exports the network with the pixel normalization and class names as metadata.
  private func writeModel() throws {
    let names = trainer.data.test.classNames.joined(separator: ",")
    try ONNXExport.write(
      trainer.network, to: directory.model, metadata: ["normalization": "pixel / 255 - 0.5", "classes": names])
  }

  private func makeResult() -> (RunResult, [Mistake]) {
    let (configuration, data, network) = (trainer.configuration, trainer.data, trainer.network)
    let evaluator = Evaluator(network, workers: Workers(count: configuration.threads))
    let start = ContinuousClock.now
    let plain = evaluator.evaluate(data.test)
    let test =
      configuration.testTimeAugmentation ? evaluator.evaluate(data.test, testTimeAugmentation: true) : plain
    let imagesSeen = configuration.epochs * trainer.stepsPerEpoch * configuration.batchSize
    var result = RunResult(configuration, data, test: test)
    result.bestEpoch = trainer.state.best?.epoch
    result.validationAccuracy = trainer.state.best?.validationAccuracy
    result.testAccuracyWithoutAugmentation = configuration.testTimeAugmentation ? plain.accuracy : nil
    result.parameters = network.parameterCount
    result.multiplyAdds = network.multiplyAdds
    result.imagesPerSecond = Double(imagesSeen) / max(trainer.state.trainingSeconds, 1e-9)
    result.seconds = trainer.state.seconds + start.duration(to: .now).seconds
    return (result, test.mistakes(in: data.test))
  }

  private static func loggers(
    for configuration: TrainingConfiguration, in directory: RunDirectory
  ) -> [any TrainingCallback] {
    var loggers: [any TrainingCallback] = [MetricsLogger(directory)]
    if configuration.tensorboard { loggers.append(TensorBoardLogger(directory)) }
    if configuration.wandb { loggers.append(WandBLogger(directory)) }
    return loggers
  }
}
