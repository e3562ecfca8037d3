import Reference
import Testing

/// Checks that two tensors agree, and says where they differ most.
/// - Parameter tolerance: the largest difference allowed, relative to the largest number of `expected`.
func expectEqual(
  _ found: Tensor?, _ expected: Tensor, tolerance: Float = 1e-5, _ label: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let found else {
    Issue.record("\(label): expected \(expected.shape), found nothing", sourceLocation: sourceLocation)
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

/// A tensor of normal numbers.
func randomTensor(_ shape: [Int], seed: UInt64) -> Tensor {
  var random = RandomGenerator(seed: seed)
  let tensor = Tensor(shape: shape)
  for index in 0..<tensor.count { tensor.base[index] = random.normal() }
  return tensor
}

/// A tensor of different numbers, none near zero and no two near each other, so that small changes cross no kink.
func separatedTensor(_ shape: [Int], seed: UInt64) -> Tensor {
  var random = RandomGenerator(seed: seed)
  let tensor = Tensor(shape: shape)
  let order = random.permutation(of: tensor.count)
  for index in 0..<tensor.count {
    tensor.base[index] = (Float(order[index]) + 0.5 - Float(tensor.count) / 2) / Float(tensor.count) * 8
  }
  return tensor
}

/// Every build of the loops that this machine can run, with one thread and with three.
let everyKindOfWorkers = ["avx512", "avx2", "baseline"].compactMap(Processor.init(named:)).flatMap { processor in
  [1, 3].map { Workers(count: $0, processor: processor) }
}
