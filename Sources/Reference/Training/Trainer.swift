import Foundation

/// Trains a network step by step.
///
/// What is random is drawn from the seed and the number of the epoch, the image or the step. So a trainer that is put
/// back to any `TrainingState`, with the weights of that state, goes on bit for bit as if it had never stopped.
public final class Trainer {
  public let network: Network
  public let data: TrainingData
  public let configuration: TrainingConfiguration
  /// Where the run stands.
  public internal(set) var state = TrainingState()
  let optimizer: any Optimizer
  let average: WeightAverage?

  private let workers: Workers
  private let loss: SoftmaxCrossEntropy
  private let augmentation: Augmentation
  private let random: RandomGenerator
  private let parameters: [Parameter]
  private var batch: ImageBatch
  private var order: (epoch: Int, indices: [Int]) = (0, [])

  /// - Parameters:
  ///   - network: what to train; its weights are changed.
  ///   - data: what to train on.
  ///   - configuration: how; checked, and fitted to the data.
  public init(_ network: Network, data: TrainingData, configuration: TrainingConfiguration) {
    self.network = network
    self.data = data
    self.configuration = configuration
    workers = Workers(count: configuration.threads)
    parameters = network.parameters
    optimizer = configuration.makeOptimizer()
    optimizer.prepare(for: parameters)
    loss = SoftmaxCrossEntropy(labelSmoothing: configuration.labelSmoothing)
    average =
      configuration.weightAverage > 0
      ? WeightAverage(decay: configuration.weightAverage, parameters: parameters) : nil
    augmentation = configuration.makeAugmentation()
    random = RandomGenerator(seed: configuration.seed)
    batch = ImageBatch(size: configuration.batchSize, height: data.training.height, width: data.training.width)
  }

  /// How many steps an epoch takes: an incomplete last batch is dropped, and other images fall to it in each epoch.
  public var stepsPerEpoch: Int { data.training.count / configuration.batchSize }
  /// How many steps the run takes.
  public var totalSteps: Int { stepsPerEpoch * configuration.epochs }
  /// Whether all epochs are done.
  public var isFinished: Bool { state.epoch > configuration.epochs }
  /// Whether the epoch in progress has no steps left.
  public var isEpochComplete: Bool { state.stepInEpoch >= stepsPerEpoch }

  /// Learns from the next batch.
  /// - Precondition: the epoch is not complete; `finishEpoch` begins the next one.
  /// - Throws: `TrainingError.diverged` if the loss is not finite; the weights are then as they were before.
  public func step() throws(TrainingError) -> StepMetrics {
    precondition(!isEpochComplete && !isFinished, "epoch \(state.epoch) has no steps left")
    let began = ContinuousClock.now
    let learningRate = learningRate(ofStep: state.step)
    fillBatch()
    let pass = Pass(isTraining: true, workers: workers, random: random.stream(Stream.layers, state.step))
    let logits = network(batch.images, pass)
    let judged = loss(logits, labels: batch.labels)
    guard judged.loss.isFinite else {
      throw .diverged(epoch: state.epoch, step: state.step + 1, loss: Double(judged.loss), learningRate: learningRate)
    }
    network.backward(loss.gradient, pass)
    optimizer.step(parameters, learningRate: learningRate, workers: workers)
    average?.update(workers: workers)
    state.step += 1
    state.stepInEpoch += 1
    state.lossSum += Double(judged.crossEntropy) * Double(batch.labels.count)
    state.correct += judged.correct
    state.seen += batch.labels.count
    let seconds = began.duration(to: .now).seconds
    state.epochSeconds += seconds
    state.trainingSeconds += seconds
    state.seconds += seconds
    return StepMetrics(epoch: state.epoch, step: state.step, loss: judged.crossEntropy, learningRate: learningRate)
  }

  /// Reads the hold-out and begins the next epoch.
  /// - Returns: what the epoch showed, and whether its weights are the best so far.
  /// - Throws: `TrainingError.diverged` if the loss on the hold-out is not finite.
  public func finishEpoch() throws(TrainingError) -> (metrics: EpochMetrics, isBest: Bool) {
    let began = ContinuousClock.now
    let holdout = withEvaluatedWeights { data.holdout.map { Evaluator(network, workers: workers).evaluate($0) } }
    let learningRate = learningRate(ofStep: state.step - 1)
    if let holdout, !holdout.loss.isFinite {
      throw .diverged(epoch: state.epoch, step: state.step, loss: holdout.loss, learningRate: learningRate)
    }
    state.seconds += began.duration(to: .now).seconds
    let candidate = BestEpoch(epoch: state.epoch, holdoutAccuracy: holdout?.accuracy, holdoutLoss: holdout?.loss)
    let isBest = candidate.isBetter(than: state.best)
    if isBest { state.best = candidate }
    let seen = Double(max(1, state.seen))
    let metrics = EpochMetrics(
      epoch: state.epoch, step: state.step, learningRate: learningRate, trainingLoss: state.lossSum / seen,
      trainingAccuracy: Double(state.correct) / seen, holdoutLoss: holdout?.loss, holdoutAccuracy: holdout?.accuracy,
      imagesPerSecond: Double(state.seen) / max(state.epochSeconds, 1e-9), seconds: state.seconds)
    state.beginEpoch()
    return (metrics, isBest)
  }

  /// Makes sure that a checkpoint would hold something to go on from.
  /// - Throws: `TrainingError.diverged` if a weight is not finite, which the loss of the next step would show.
  func checkWeights() throws(TrainingError) {
    let isFinite = parameters.allSatisfy { parameter in
      UnsafeBufferPointer(start: parameter.value.base, count: parameter.value.count).allSatisfy(\.isFinite)
    }
    if isFinite { return }
    let learningRate = learningRate(ofStep: state.step - 1)
    throw .diverged(epoch: state.epoch, step: state.step, loss: .nan, learningRate: learningRate)
  }

  /// Calls `body` while the network holds the weights that are judged and kept: the average, where there is one.
  public func withEvaluatedWeights<Result>(_ body: () -> Result) -> Result {
    average?.swap()
    defer { average?.swap() }
    return body()
  }

  private func learningRate(ofStep step: Int) -> Float {
    configuration.schedule.learningRate(
      peak: configuration.learningRate, step: step, of: totalSteps, warmup: configuration.warmup)
  }

  private func fillBatch() {
    if order.epoch != state.epoch {
      var generator = random.stream(Stream.order, state.epoch)
      order = (state.epoch, generator.permutation(of: data.training.count))
    }
    let first = state.stepInEpoch * configuration.batchSize
    batch.fill(
      from: data.training, at: order.indices[first..<first + configuration.batchSize], augmentation: augmentation,
      random: random.stream(Stream.augmentation, state.epoch), workers: workers)
  }

  /// What tells the streams of one seed apart.
  private enum Stream {
    static let order = 1
    static let augmentation = 2
    static let layers = 3
  }
}
