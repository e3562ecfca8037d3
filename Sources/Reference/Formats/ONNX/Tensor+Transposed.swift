extension Tensor {
  /// A copy with permuted axes.
  /// - Parameter order: for each axis of the result, the corresponding axis of this tensor.
  func transposed(_ order: [Int]) -> Tensor {
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
    let result = Tensor(shape: order.map { shape[$0] })
    for target in 0..<count {
      var rest = target
      var source = 0
      for axis in order.reversed() {
        source += rest % shape[axis] * strides[axis]
        rest /= shape[axis]
      }
      result.base[target] = base[source]
    }
    return result
  }
}
