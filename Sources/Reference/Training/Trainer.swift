/// Trains a network step by step.
///
/// All randomness derives from the seed and the epoch, step or image index. A trainer restored to any `TrainingState`, with
/// the weights of that state, continues bit for bit as if it had never stopped.
public final class Trainer {
  public let network: Network
  public let data: TrainingData
  public let configuration: TrainingConfiguration
  /// The progress of the run.
  public internal(set) var state = TrainingState()
  let optimizer: any Optimizer
  let ema: ExponentialMovingAverage?

  private let workers: Workers
  private let loss: SoftmaxCrossEntropy
  private let augmentation: Augmentation
  private let random: RandomGenerator
  private let parameters: [Parameter]
  private var batch: ImageBatch
  private var order: (epoch: Int, indices: [Int]) = (0, [])

  /// - Parameters:
  ///   - network: the network to train, in place.
  ///   - data: the training and validation data.
  ///   - configuration: a valid configuration with a resolved validation size.
  public init(_ network: Network, data: TrainingData, configuration: TrainingConfiguration) {
    self.network = network
    self.data = data
    self.configuration = configuration
    workers = Workers(count: configuration.threads)
    parameters = network.parameters
    optimizer = configuration.makeOptimizer()
    optimizer.prepare(for: parameters)
    loss = SoftmaxCrossEntropy(labelSmoothing: configuration.labelSmoothing)
    ema =
      configuration.emaDecay > 0
      ? ExponentialMovingAverage(decay: configuration.emaDecay, parameters: parameters) : nil
    augmentation = configuration.makeAugmentation()
    random = RandomGenerator(seed: configuration.seed)
    batch = ImageBatch(size: configuration.batchSize, height: data.training.height, width: data.training.width)
  }

  /// The number of steps per epoch. The incomplete last batch is dropped; shuffling drops other images in each epoch.
  public var stepsPerEpoch: Int { data.training.count / configuration.batchSize }
  /// The number of steps in the run.
  public var totalSteps: Int { stepsPerEpoch * configuration.epochs }
  /// Whether all epochs are done.
  public var isFinished: Bool { state.epoch > configuration.epochs }
  /// Whether the current epoch has no steps left.
  public var isEpochComplete: Bool { state.stepInEpoch >= stepsPerEpoch }

  /// Trains on the next batch.
  /// - Precondition: the epoch is not complete; `finishEpoch` starts the next one.
  /// - Throws: `TrainingError.diverged` if the loss is not finite; the weights are then unchanged.
  public func step() throws(TrainingError) -> StepMetrics {
    precondition(!isEpochComplete && !isFinished, "epoch \(state.epoch) has no steps left")
    let start = ContinuousClock.now
    let learningRate = learningRate(ofStep: state.step)
    fillBatch()
    let pass = Pass(isTraining: true, workers: workers, random: random.stream(Stream.layers, state.step))
    let value = loss(network(batch.images, pass), labels: batch.labels)
    guard value.loss.isFinite else {
      throw .diverged(epoch: state.epoch, step: state.step + 1, loss: Double(value.loss), learningRate: learningRate)
    }
    network.backward(loss.gradient, pass)
    optimizer.step(parameters, learningRate: learningRate, workers: workers)
    ema?.update(workers: workers)
    state.step += 1
    state.stepInEpoch += 1
    state.lossSum += Double(value.crossEntropy) * Double(batch.labels.count)
    state.correctCount += value.correctCount
    state.imagesSeen += batch.labels.count
    let seconds = start.duration(to: .now).seconds
    state.epochSeconds += seconds
    state.trainingSeconds += seconds
    state.seconds += seconds
    return StepMetrics(epoch: state.epoch, step: state.step, loss: value.crossEntropy, learningRate: learningRate)
  }

  /// Evaluates the validation split and starts the next epoch.
  /// - Returns: the metrics of the epoch, and whether its validation accuracy is the best so far.
  /// - Throws: `TrainingError.diverged` if the validation loss is not finite.
  public func finishEpoch() throws(TrainingError) -> (metrics: EpochMetrics, isBest: Bool) {
    let start = ContinuousClock.now
    let validation = withEvaluatedWeights { data.validation.map { Evaluator(network, workers: workers).evaluate($0) } }
    let learningRate = learningRate(ofStep: state.step - 1)
    if let validation, !validation.loss.isFinite {
      throw .diverged(epoch: state.epoch, step: state.step, loss: validation.loss, learningRate: learningRate)
    }
    state.seconds += start.duration(to: .now).seconds
    let candidate = BestEpoch(
      epoch: state.epoch, validationAccuracy: validation?.accuracy, validationLoss: validation?.loss)
    let isBest = candidate.isBetter(than: state.best)
    if isBest { state.best = candidate }
    let imagesSeen = Double(max(1, state.imagesSeen))
    let metrics = EpochMetrics(
      epoch: state.epoch, step: state.step, learningRate: learningRate, trainingLoss: state.lossSum / imagesSeen,
      trainingAccuracy: Double(state.correctCount) / imagesSeen, validationLoss: validation?.loss,
      validationAccuracy: validation?.accuracy,
      imagesPerSecond: Double(state.imagesSeen) / max(state.epochSeconds, 1e-9), seconds: state.seconds)
    state.beginEpoch()
    return (metrics, isBest)
  }

  /// Verifies that a checkpoint would be usable.
  /// - Throws: `TrainingError.diverged` if a weight is not finite, which the next loss would reveal.
  func checkWeights() throws(TrainingError) {
    let isFinite = parameters.allSatisfy { parameter in
      UnsafeBufferPointer(start: parameter.value.base, count: parameter.value.count).allSatisfy(\.isFinite)
    }
    if isFinite { return }
    let learningRate = learningRate(ofStep: state.step - 1)
    throw .diverged(epoch: state.epoch, step: state.step, loss: .nan, learningRate: learningRate)
  }

  /// Calls `body` while the network holds the weights used for evaluation: the moving average if it is enabled.
  public func withEvaluatedWeights<Result>(_ body: () -> Result) -> Result {
    ema?.swap()
    defer { ema?.swap() }
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

  /// The keys of the independent random streams.
  private enum Stream {
    static let order = 1
    static let augmentation = 2
    static let layers = 3
  }
}
