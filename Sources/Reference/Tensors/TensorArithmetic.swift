import CKernels

extension Tensor {
  /// Random weights of mean 0.
  /// - Parameters:
  ///   - fanIn: how many inputs each output sums over.
  ///   - deviation: the standard deviation; nil for the root of 2 / `fanIn`, which suits rectified units (He et al. 2015).
  static func normal(shape: [Int], fanIn: Int, deviation: Float? = nil, random: inout RandomGenerator) -> Tensor {
    let tensor = Tensor(shape: shape)
    let deviation = deviation ?? (2 / Float(max(1, fanIn))).squareRoot()
    for index in 0..<tensor.count { tensor.base[index] = deviation * random.normal() }
    return tensor
  }

  /// Sums `total.count` columns of a matrix over its rows, one row after the other, from column `first` on.
  func sumRows(from first: Int, into total: Tensor, _ workers: Workers) {
    let (rows, columns, kernels) = (shape[0], stride, workers.kernels)
    workers.forEachRun(of: total.count, length: 16_384) { run, _ in
      let target = total.base + run.lowerBound
      target.update(from: self.base + first + run.lowerBound, count: run.count)
      for row in 1..<max(1, rows) {
        kernels.add_scaled(self.base + row * columns + first + run.lowerBound, 1, run.count, target)
      }
    }
  }

  /// Writes the sum of two tensors of one shape.
  func add(_ other: Tensor, into sum: Tensor, _ workers: Workers) {
    let kernels = workers.kernels
    workers.forEachRun(of: count, length: 1 << 16) { run, _ in
      let first = run.lowerBound
      kernels.add(self.base + first, other.base + first, run.count, sum.base + first)
    }
  }
}
