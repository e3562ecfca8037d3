import Foundation

/// One training from its first step to its result, recorded in a folder.
public final class TrainingRun {
  public let folder: RunFolder
  public let trainer: Trainer
  private let store: CheckpointStore
  private let observers: [any RunObserver]
  /// Held from the beginning to the end of the run.
  private var lock: RunLock?
  /// Asked after each step; a run that is to stop saves its state first.
  private let isStopRequested: () -> Bool

  /// A run that begins at its first step.
  /// - Parameters:
  ///   - trainer: what trains.
  ///   - folder: a new folder.
  ///   - observers: who is told besides the run's own records.
  ///   - isStopRequested: asked after each step.
  public init(
    _ trainer: Trainer, in folder: RunFolder, observers: [any RunObserver] = [],
    isStopRequested: @escaping () -> Bool = { false }
  ) {
    self.trainer = trainer
    self.folder = folder
    self.isStopRequested = isStopRequested
    store = CheckpointStore(folder: folder)
    self.observers = Self.records(of: trainer.configuration, in: folder) + observers
  }

  /// Writes down what a new run does, before it does anything.
  /// - Throws: `FileError` if the folder cannot be written.
  public func begin() throws {
    try takeLock()
    try folder.write(trainer.configuration, to: folder.configuration)
    try store.write(trainer)
  }

  /// Puts the trainer back to where the run stopped; to its start, if it was stopped before its first checkpoint.
  /// - Parameter kind: the checkpoint to go on from.
  /// - Throws: `TrainingError.finished` if nothing is left to do; `TrainingError` for a checkpoint that cannot be used.
  public func resume(from kind: CheckpointKind = .current) throws {
    try takeLock()
    if kind == .current, !store.exists(.current), !store.exists(.previous) { return try store.write(trainer) }
    try store.restore(trainer, from: kind)
    let isDone = FileManager.default.fileExists(atPath: folder.result.path(percentEncoded: false))
    if trainer.isFinished && isDone {
      throw TrainingError.finished(path: folder.path, epochs: trainer.configuration.epochs)
    }
  }

  /// Trains all epochs that are left, and reads the test split with the best weights.
  /// - Throws: `TrainingError`, or what a record that cannot be written throws; the checkpoints stay usable.
  public func run() throws -> RunResult {
    defer { lock = nil }
    for observer in observers { try observer.runBegan(trainer) }
    while !trainer.isFinished {
      try trainEpoch()
      let epoch = trainer.state.epoch
      let (metrics, isBest) = try trainer.finishEpoch()
      for observer in observers { try observer.epochDone(metrics, isBest: isBest, trainer) }
      if isBest { try store.writeBest(trainer, epoch: epoch) }
      try store.write(trainer)
    }
    try store.restoreWeights(trainer.network, trainer.configuration, from: .best)
    let (result, mistakes) = makeResult()
    try folder.write(mistakes, to: folder.mistakes)
    if trainer.configuration.onnx { try writeModel() }
    for observer in observers { try observer.runFinished(result, mistakes: mistakes) }
    try folder.write(result, to: folder.result)
    return result
  }

  private func takeLock() throws {
    if lock == nil { lock = try RunLock(folder) }
  }

  private func trainEpoch() throws {
    let interval = trainer.configuration.checkpointInterval
    while !trainer.isEpochComplete {
      let metrics = try trainer.step()
      for observer in observers { try observer.stepDone(metrics, trainer) }
      // The last step's checkpoint is the one of the epoch, which is written once its hold-out is read.
      if trainer.isEpochComplete { return }
      let isStopping = isStopRequested()
      if isStopping || interval > 0 && trainer.state.step.isMultiple(of: interval) { try store.write(trainer) }
      if isStopping {
        throw TrainingError.interrupted(run: folder.path, epoch: trainer.state.epoch, step: trainer.state.step)
      }
    }
  }

  /// Writes the network for other programs, with what they have to know of the pixels.
  private func writeModel() throws {
    let names = trainer.data.test.classNames.joined(separator: ",")
    try ONNXExport.write(
      trainer.network, to: folder.model, metadata: ["pixels": "brightness / 255 - 0.5", "classes": names])
  }

  private func makeResult() -> (RunResult, [Mistake]) {
    let (configuration, data, network) = (trainer.configuration, trainer.data, trainer.network)
    let evaluator = Evaluator(network, workers: Workers(count: configuration.threads))
    let began = ContinuousClock.now
    let plain = evaluator.evaluate(data.test)
    let test = configuration.testTimeShifts ? evaluator.evaluate(data.test, shifts: true) : plain
    let seen = configuration.epochs * trainer.stepsPerEpoch * configuration.batchSize
    var result = RunResult(configuration, data, test: test)
    result.bestEpoch = trainer.state.best?.epoch
    result.holdoutAccuracy = trainer.state.best?.holdoutAccuracy
    result.testAccuracyWithoutShifts = configuration.testTimeShifts ? plain.accuracy : nil
    result.parameters = network.parameterCount
    result.multiplyAdds = network.multiplyAdds
    result.imagesPerSecond = Double(seen) / max(trainer.state.trainingSeconds, 1e-9)
    result.seconds = trainer.state.seconds + began.duration(to: .now).seconds
    return (result, test.mistakes(in: data.test))
  }

  private static func records(
    of configuration: TrainingConfiguration, in folder: RunFolder
  ) -> [any RunObserver] {
    var records: [any RunObserver] = [MetricsLog(folder)]
    if configuration.tensorboard { records.append(TensorBoardRecord(folder)) }
    if configuration.wandb { records.append(WandBRecord(folder)) }
    return records
  }
}
