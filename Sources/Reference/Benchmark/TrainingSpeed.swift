/// How fast a network trains on this machine: steps on random images, timed.
public struct TrainingSpeed: Sendable {
  /// The network's name in the catalogue.
  public let model: String
  /// How many numbers it trains.
  public let parameterCount: Int
  /// How many multiplications with an addition one image costs, forwards.
  public let multiplyAdds: Int
  /// Images that were learned from in a second: forwards, backwards and a step of the optimizer.
  public let imagesPerSecond: Double

  /// Trains for a while on images of 28 × 28 in 10 classes, after three steps that do not count.
  /// - Parameters:
  ///   - model: one of `ModelCatalogue.names`.
  ///   - batchSize: how many images each step takes.
  ///   - seconds: how long to go on.
  ///   - workers: the threads that share the work, and the loops that they run.
  /// - Throws: `ShapeError` if there is no such model.
  public static func measure(
    _ model: String, batchSize: Int, seconds: Double, workers: Workers
  ) throws(ShapeError) -> TrainingSpeed {
    let network = try ModelCatalogue.make(model, height: 28, width: 28, classCount: 10, seed: 1)
    var random = RandomGenerator(seed: 1)
    let images = Tensor(shape: [batchSize, 28, 28, 1])
    for index in 0..<images.count { images.base[index] = random.uniform() - 0.5 }
    let labels = (0..<batchSize).map { _ in random.index(below: 10) }
    let parameters = network.parameters
    let loss = SoftmaxCrossEntropy()
    let optimizer = SGD(momentum: 0.9, isNesterov: true, weightDecay: 5e-4)

    func step(_ number: Int) {
      let pass = Pass(isTraining: true, workers: workers, random: random.stream(number))
      _ = loss(network(images, pass), labels: labels)
      network.backward(loss.gradient, pass)
      optimizer.step(parameters, learningRate: 0.01, workers: workers)
    }
    for number in 0..<3 { step(number) }
    let began = ContinuousClock.now
    var count = 0
    while began.duration(to: .now) < .seconds(seconds) || count == 0 {
      step(count)
      count += 1
    }
    let elapsed = began.duration(to: .now) / .seconds(1)
    return TrainingSpeed(
      model: model, parameterCount: network.parameterCount, multiplyAdds: network.multiplyAdds,
      imagesPerSecond: Double(count * batchSize) / elapsed)
  }
}
