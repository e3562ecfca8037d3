import CKernels

extension Tensor {
  /// Normally distributed weights with mean 0.
  /// - Parameters:
  ///   - fanIn: the number of inputs that each output sums over.
  ///   - standardDeviation: nil for He initialization: the square root of 2 / `fanIn` (He et al. 2015).
  static func normal(
    shape: [Int], fanIn: Int, standardDeviation: Float? = nil, random: inout RandomGenerator
  ) -> Tensor {
    let tensor = Tensor(shape: shape)
    let standardDeviation = standardDeviation ?? (2 / Float(max(1, fanIn))).squareRoot()
    for index in 0..<tensor.count { tensor.base[index] = standardDeviation * random.normal() }
    return tensor
  }

  /// Sums this matrix over its rows, in order, for `total.count` columns starting at column `first`.
  func sumRows(from first: Int, into total: Tensor, _ workers: Workers) {
    let (rows, columns, kernels) = (shape[0], stride, workers.kernels)
    workers.forEachChunk(of: total.count, size: 16_384) { chunk, _ in
      let target = total.base + chunk.lowerBound
      target.update(from: self.base + first + chunk.lowerBound, count: chunk.count)
      for row in 1..<max(1, rows) {
        kernels.add_scaled(self.base + row * columns + first + chunk.lowerBound, 1, chunk.count, target)
      }
    }
  }

  /// Writes the elementwise sum of two tensors of the same shape into `sum`.
  func add(_ other: Tensor, into sum: Tensor, _ workers: Workers) {
    let kernels = workers.kernels
    workers.forEachChunk(of: count, size: 1 << 16) { chunk, _ in
      let first = chunk.lowerBound
      kernels.add(self.base + first, other.base + first, chunk.count, sum.base + first)
    }
  }
}
