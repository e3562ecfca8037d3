/// Reads a split with a network, in batches through all threads.
public struct Evaluator {
  private let network: Network
  private let workers: Workers
  private let batchSize = 256

  public init(_ network: Network, workers: Workers) {
    self.network = network
    self.workers = workers
  }

  /// Reads every image once, or at nine positions.
  /// - Parameters:
  ///   - dataset: images of the size that the network takes.
  ///   - shifts: whether each image is read as it is and moved by one pixel in the eight directions, and the nine
  ///     probabilities of each class averaged.
  public func evaluate(_ dataset: ImageDataset, shifts: Bool = false) -> Evaluation {
    let moves = shifts ? (-1...1).flatMap { down in (-1...1).map { (down, $0) } } : [(0, 0)]
    var sum = [Float](repeating: 0, count: dataset.count * network.classCount)
    for (down, right) in moves {
      add(probabilitiesOf: down == 0 && right == 0 ? dataset : dataset.moved(down: down, right: right), to: &sum)
    }
    let share = 1 / Float(moves.count)
    return Evaluation(probabilities: sum.map { $0 * share }, labels: dataset.labels, classCount: network.classCount)
  }

  private func add(probabilitiesOf dataset: ImageDataset, to sum: inout [Float]) {
    var batch = ImageBatch(size: min(batchSize, dataset.count), height: dataset.height, width: dataset.width)
    let pass = Pass(isTraining: false, workers: workers)
    let all = Array(0..<dataset.count)
    for start in stride(from: 0, to: dataset.count, by: batchSize) {
      let run = all[start..<min(start + batchSize, dataset.count)]
      batch.fill(from: dataset, at: run, augmentation: .none, random: pass.random, workers: workers)
      let probabilities = SoftmaxCrossEntropy.probabilities(of: network(batch.images, pass))
      let first = start * network.classCount
      for index in 0..<probabilities.count { sum[first + index] += probabilities.base[index] }
    }
  }
}

extension ImageDataset {
  /// Every image moved by some pixels; what comes in from outside is black.
  func moved(down: Int, right: Int) -> ImageDataset {
    var moved = [UInt8](repeating: 0, count: pixels.count)
    for image in 0..<count {
      let first = image * height * width
      for row in max(0, down)..<min(height, height + down) {
        for column in max(0, right)..<min(width, width + right) {
          moved[first + row * width + column] = pixels[first + (row - down) * width + column - right]
        }
      }
    }
    return ImageDataset(
      name: name, height: height, width: width, pixels: moved, labels: labels, classNames: classNames)
  }
}
