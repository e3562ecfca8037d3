import CKernels

/// The model that learns nothing: an image is what the training images nearest to it are.
///
/// Distances between images are exact. Pixels are whole numbers, and a product of centred pixels, summed over up to 1,024
/// of them, fits the 24 bits in which 32-bit floating-point numbers are exact; so the kernels of the networks do the work.
public struct NearestNeighbours: Sendable {
  /// What the model is called beside the networks of `ModelCatalogue`.
  public static let modelName = "knn"

  /// How many neighbours vote.
  public let count: Int
  private let training: ImageDataset

  private static let exactPixels = 1024
  private static let imagesInBlock = 1024
  private static let queriesInRun = 32

  /// - Parameters:
  ///   - training: the images to compare with.
  ///   - count: how many neighbours vote, at least 1; the published benchmark of Kuzushiji-MNIST has 4.
  public init(_ training: ImageDataset, count: Int = 4) {
    self.training = training
    self.count = max(1, min(count, training.count))
  }

  /// How strongly the neighbours of each image speak for each class, each vote weighted by one over its distance.
  /// - Parameters:
  ///   - queries: images of the same size.
  ///   - workers: the threads that share the work; they do not change the result.
  /// - Returns: (images, classes), each row adding up to 1.
  public func probabilities(of queries: ImageDataset, workers: Workers) -> [Float] {
    let questions = CentredImages(queries, 0..<queries.count)
    let nearest = NearestImages(queryCount: queries.count, count: count)
    for first in stride(from: 0, to: training.count, by: Self.imagesInBlock) {
      let block = first..<min(training.count, first + Self.imagesInBlock)
      compare(questions, with: CentredImages(training, block, isTransposed: true), first, nearest, workers)
    }
    return (0..<queries.count).flatMap { query in vote(nearest.of(query)) }
  }

  /// Takes note of the images of one block that are nearer to a query than those before.
  private func compare(
    _ queries: CentredImages, with block: CentredImages, _ firstIndex: Int, _ nearest: NearestImages, _ workers: Workers
  ) {
    let (kernels, pixelCount, columns) = (workers.kernels, queries.pixelCount, block.count)
    workers.forEachRun(of: queries.count, length: Self.queriesInRun) { run, _ in
      let products = Tensor(shape: [run.count, columns])
      var distances = run.flatMap { query in block.squaredLengths.map { $0 + queries.squaredLengths[query] } }
      for first in stride(from: 0, to: pixelCount, by: Self.exactPixels) {
        var product = KernelProduct()
        product.left = UnsafePointer(queries.values.base) + run.lowerBound * pixelCount + first
        product.left_step = 1
        product.left_item = pixelCount
        product.right = UnsafePointer(block.values.base) + first * columns
        product.right_step = columns
        product.out = products.base
        product.out_item = columns
        product.rows = 1
        product.steps = min(Self.exactPixels, pixelCount - first)
        product.items = run.count
        product.columns = columns
        kernels.product(&product)
        for index in 0..<products.count { distances[index] &-= 2 &* Int32(products.base[index]) }
      }
      for (row, query) in run.enumerated() {
        nearest.offer(distances[row * columns..<(row + 1) * columns], from: firstIndex, to: query)
      }
    }
  }

  /// One vote a neighbour; where some are equal to the query, only these count.
  private func vote(_ neighbours: [(distance: Int32, index: Int)]) -> [Float] {
    var votes = [Float](repeating: 0, count: training.classNames.count)
    let hasEqual = neighbours.contains { $0.distance == 0 }
    for (distance, index) in neighbours where !hasEqual || distance == 0 {
      votes[Int(training.labels[index])] += hasEqual ? 1 : 1 / Float(distance).squareRoot()
    }
    let sum = votes.reduce(0, +)
    return votes.map { $0 / sum }
  }
}

/// Images as numbers around zero, -128 ... 127, with their squared lengths.
private struct CentredImages: Sendable {
  let count: Int
  let pixelCount: Int
  /// (images, pixels), or (pixels, images) where it is transposed.
  let values: Tensor
  let squaredLengths: [Int32]

  init(_ dataset: ImageDataset, _ block: Range<Int>, isTransposed: Bool = false) {
    count = block.count
    pixelCount = dataset.height * dataset.width
    values = Tensor(shape: isTransposed ? [pixelCount, count] : [count, pixelCount])
    let (imageStep, pixelStep) = isTransposed ? (1, count) : (pixelCount, 1)
    var squaredLengths = [Int32](repeating: 0, count: count)
    for image in 0..<count {
      for pixel in 0..<pixelCount {
        let value = Int32(dataset.pixels[(block.lowerBound + image) * pixelCount + pixel]) - 128
        values.base[image * imageStep + pixel * pixelStep] = Float(value)
        squaredLengths[image] += value * value
      }
    }
    self.squaredLengths = squaredLengths
  }
}

/// The nearest images found so far, for every query; each query is one thread's at a time.
private final class NearestImages: @unchecked Sendable {
  private let count: Int
  private let distances: UnsafeMutableBufferPointer<Int32>
  private let indices: UnsafeMutableBufferPointer<Int>

  init(queryCount: Int, count: Int) {
    self.count = count
    distances = .allocate(capacity: queryCount * count)
    indices = .allocate(capacity: queryCount * count)
    distances.initialize(repeating: .max)
    indices.initialize(repeating: 0)
  }

  deinit {
    distances.deallocate()
    indices.deallocate()
  }

  /// Sorts in what is nearer than the farthest neighbour so far; of equal distances the first image stays.
  func offer(_ offered: ArraySlice<Int32>, from firstIndex: Int, to query: Int) {
    let (first, last) = (query * count, (query + 1) * count - 1)
    var farthest = distances[last]
    for (offset, distance) in offered.enumerated() where distance < farthest {
      var place = last
      while place > first, distances[place - 1] > distance {
        distances[place] = distances[place - 1]
        indices[place] = indices[place - 1]
        place -= 1
      }
      distances[place] = distance
      indices[place] = firstIndex + offset
      farthest = distances[last]
    }
  }

  func of(_ query: Int) -> [(distance: Int32, index: Int)] {
    (query * count..<(query + 1) * count).map { (distances[$0], indices[$0]) }
  }
}
