import CKernels

/// A k-nearest-neighbors classifier with distance-weighted votes.
///
/// Squared Euclidean distances are exact integers: a dot product of up to 1,024 centered 8-bit pixels fits the 24-bit
/// significand of a 32-bit float, so the GEMM kernels compute it without rounding.
public struct NearestNeighbors: Sendable {
  /// The name of the model in configurations, next to the networks of `ModelCatalog`.
  public static let modelName = "knn"

  /// The number of neighbors that vote.
  public let neighborCount: Int
  private let training: ImageDataset

  private static let exactPixels = 1024
  private static let imagesPerBlock = 1024
  private static let queriesPerChunk = 32

  /// - Parameters:
  ///   - training: the images to compare with.
  ///   - neighborCount: the number of neighbors, at least 1; the published KMNIST benchmark uses 4.
  public init(_ training: ImageDataset, neighborCount: Int = 4) {
    self.training = training
    self.neighborCount = max(1, min(neighborCount, training.count))
  }

  /// Class probabilities of each image: votes weighted by the inverse distance.
  /// - Parameters:
  ///   - queries: images of the same size as the training images.
  ///   - workers: the threads that share the work; the result does not depend on them.
  /// - Returns: (images, classes); each row sums to 1.
  public func probabilities(of queries: ImageDataset, workers: Workers) -> [Float] {
    let centered = CenteredImages(queries, 0..<queries.count)
    let nearest = NeighborLists(queryCount: queries.count, neighborCount: neighborCount)
    for first in stride(from: 0, to: training.count, by: Self.imagesPerBlock) {
      let block = first..<min(training.count, first + Self.imagesPerBlock)
      compare(centered, with: CenteredImages(training, block, isTransposed: true), first, nearest, workers)
    }
    return (0..<queries.count).flatMap { query in vote(nearest.neighbors(of: query)) }
  }

  /// Updates the neighbor lists with one block of training images.
  private func compare(
    _ queries: CenteredImages, with block: CenteredImages, _ firstIndex: Int, _ nearest: NeighborLists,
    _ workers: Workers
  ) {
    let (kernels, pixelCount, columns) = (workers.kernels, queries.pixelCount, block.count)
    workers.forEachChunk(of: queries.count, size: Self.queriesPerChunk) { chunk, _ in
      let products = Tensor(shape: [chunk.count, columns])
      var distances = chunk.flatMap { query in block.squaredNorms.map { $0 + queries.squaredNorms[query] } }
      for first in stride(from: 0, to: pixelCount, by: Self.exactPixels) {
        var gemm = KernelGEMM.matmul(
          left: queries.values.base + chunk.lowerBound * pixelCount + first, stride: pixelCount,
          right: block.values.base + first * columns, stride: columns, out: products.base, stride: columns,
          m: chunk.count, n: columns, k: min(Self.exactPixels, pixelCount - first))
        kernels.gemm(&gemm)
        for index in 0..<products.count { distances[index] &-= 2 &* Int32(products.base[index]) }
      }
      for (row, query) in chunk.enumerated() {
        nearest.insert(distances[row * columns..<(row + 1) * columns], from: firstIndex, for: query)
      }
    }
  }

  /// Normalized votes; if any neighbor is identical to the query, only identical neighbors vote.
  private func vote(_ neighbors: [(distance: Int32, index: Int)]) -> [Float] {
    var votes = [Float](repeating: 0, count: training.classNames.count)
    let hasIdentical = neighbors.contains { $0.distance == 0 }
    for (distance, index) in neighbors where !hasIdentical || distance == 0 {
      votes[Int(training.labels[index])] += hasIdentical ? 1 : 1 / Float(distance).squareRoot()
    }
    let sum = votes.reduce(0, +)
    return votes.map { $0 / sum }
  }
}
