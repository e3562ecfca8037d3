/// Evaluates a network on a dataset in batches.
public struct Evaluator {
  private let network: Network
  private let workers: Workers
  private let batchSize = 256

  public init(_ network: Network, workers: Workers) {
    self.network = network
    self.workers = workers
  }

  /// Computes predictions and metrics.
  /// - Parameters:
  ///   - dataset: images of the network's input size.
  ///   - testTimeAugmentation: whether to average the probabilities over the image and its eight one-pixel shifts.
  public func evaluate(_ dataset: ImageDataset, testTimeAugmentation: Bool = false) -> Evaluation {
    let shifts = testTimeAugmentation ? (-1...1).flatMap { down in (-1...1).map { (down, $0) } } : [(0, 0)]
    var sum = [Float](repeating: 0, count: dataset.count * network.classCount)
    for (down, right) in shifts {
      add(probabilitiesOf: down == 0 && right == 0 ? dataset : dataset.shifted(down: down, right: right), to: &sum)
    }
    let weight = 1 / Float(shifts.count)
    return Evaluation(
      probabilities: sum.map { $0 * weight }, labels: dataset.labels, classCount: network.classCount)
  }

  private func add(probabilitiesOf dataset: ImageDataset, to sum: inout [Float]) {
    var batch = ImageBatch(size: min(batchSize, dataset.count), height: dataset.height, width: dataset.width)
    let pass = Pass(isTraining: false, workers: workers)
    let indices = Array(0..<dataset.count)
    for start in stride(from: 0, to: dataset.count, by: batchSize) {
      let chunk = indices[start..<min(start + batchSize, dataset.count)]
      batch.fill(from: dataset, at: chunk, augmentation: .none, random: pass.random, workers: workers)
      let probabilities = SoftmaxCrossEntropy.probabilities(of: network(batch.images, pass))
      let first = start * network.classCount
      for index in 0..<probabilities.count { sum[first + index] += probabilities.base[index] }
    }
  }
}
