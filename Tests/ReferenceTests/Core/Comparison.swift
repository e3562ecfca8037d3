import Reference
import Testing

/// Expects two tensors to be equal within a tolerance and reports the largest difference.
/// - Parameter tolerance: the largest allowed difference, relative to the largest absolute value of `expected`.
func expectEqual(
  _ found: Tensor?, _ expected: Tensor, tolerance: Float = 1e-5, _ label: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let found else {
    Issue.record("\(label): expected \(expected.shape), found nil", sourceLocation: sourceLocation)
    return
  }
  #expect(found.shape == expected.shape, "\(label)", sourceLocation: sourceLocation)
  let differences = zip(found.values, expected.values).map { abs($0 - $1) }
  let scale = max(1e-3, expected.values.map { abs($0) }.max() ?? 0)
  guard let worst = differences.indices.max(by: { differences[$0] < differences[$1] }) else { return }
  #expect(
    differences[worst] <= tolerance * scale && differences.allSatisfy { !$0.isNaN },
    "\(label): at \(worst) expected \(expected.values[worst]), found \(found.values[worst])",
    sourceLocation: sourceLocation)
}

/// A tensor of standard normal values.
func randomTensor(_ shape: [Int], seed: UInt64) -> Tensor {
  var random = RandomGenerator(seed: seed)
  let tensor = Tensor(shape: shape)
  for index in 0..<tensor.count { tensor.base[index] = random.normal() }
  return tensor
}

/// A tensor of distinct values with gaps around zero and between each other, so that finite differences cross no kink of
/// a ReLU or max pooling.
func separatedTensor(_ shape: [Int], seed: UInt64) -> Tensor {
  var random = RandomGenerator(seed: seed)
  let tensor = Tensor(shape: shape)
  let order = random.permutation(of: tensor.count)
  for index in 0..<tensor.count {
    tensor.base[index] = (Float(order[index]) + 0.5 - Float(tensor.count) / 2) / Float(tensor.count) * 8
  }
  return tensor
}

/// All kernel variants that this processor supports, with one and three threads.
let allWorkers = ["avx512", "avx2", "baseline"].compactMap(KernelVariant.init(named:)).flatMap { variant in
  [1, 3].map { Workers(count: $0, kernelVariant: variant) }
}
