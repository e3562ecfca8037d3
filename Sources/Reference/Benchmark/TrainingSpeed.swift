/// The training throughput of a network on this machine, measured on random images.
public struct TrainingSpeed: Sendable, Encodable {
  /// The name in the model catalog.
  public let model: String
  /// The number of trainable parameters.
  public let parameters: Int
  /// The number of multiply-adds in a forward pass of one image.
  public let multiplyAdds: Int
  /// The training throughput: forward pass, backward pass and optimizer step.
  public let imagesPerSecond: Double

  /// Trains on random 28×28 images with 10 classes, after three warm-up steps.
  /// - Parameters:
  ///   - model: one of `ModelCatalog.names`.
  ///   - batchSize: the mini-batch size.
  ///   - seconds: the minimum duration of the measurement.
  ///   - workers: the threads and kernels to use.
  /// - Throws: `ShapeError` if the model is unknown.
  public static func measure(
    _ model: String, batchSize: Int, seconds: Double, workers: Workers
  ) throws(ShapeError) -> TrainingSpeed {
    let network = try ModelCatalog.make(model, height: 28, width: 28, classCount: 10, seed: 1)
    var random = RandomGenerator(seed: 1)
    let images = Tensor(shape: [batchSize, 28, 28, 1])
    for index in 0..<images.count { images.base[index] = random.uniform() - 0.5 }
    let labels = (0..<batchSize).map { _ in random.index(below: 10) }
    let trained = network.parameters
    let loss = SoftmaxCrossEntropy()
    let optimizer = SGD(momentum: 0.9, isNesterov: true, weightDecay: 5e-4)

    func step(_ number: Int) {
      let pass = Pass(isTraining: true, workers: workers, random: random.stream(number))
      _ = loss(network(images, pass), labels: labels)
      network.backward(loss.gradient, pass)
      optimizer.step(trained, learningRate: 0.01, workers: workers)
    }
    for number in 0..<3 { step(number) }
    let start = ContinuousClock.now
    var count = 0
    while start.duration(to: .now) < .seconds(seconds) || count == 0 {
      step(count)
      count += 1
    }
    let elapsed = start.duration(to: .now) / .seconds(1)
    return TrainingSpeed(
      model: model, parameters: network.parameterCount, multiplyAdds: network.multiplyAdds,
      imagesPerSecond: Double(count * batchSize) / elapsed)
  }

  /// Measurements as a JSON array with the keys `images_per_second`, `model`, `multiply_adds` and `parameters`.
  public static func json(_ speeds: [TrainingSpeed]) throws -> String {
    String(decoding: try RunJSON.encode(speeds), as: UTF8.self)
  }
}
