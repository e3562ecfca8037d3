import Reference

/// Every layer as plain loops, straight from its definition, in double precision: slow, but easy to verify.
///
/// The tests compare the optimized layers with it.
enum Oracle {
  /// A double-precision tensor with four axes that reads as zero outside its spatial bounds.
  struct Grid {
    let shape: [Int]
    var values: [Double]

    init(shape: [Int]) {
      self.shape = shape
      values = Array(repeating: 0, count: shape.reduce(1, *))
    }

    init(_ tensor: Tensor) {
      shape = tensor.shape
      values = tensor.values.map(Double.init)
    }

    /// The element at an image, row, column and channel; writes outside the image are ignored.
    subscript(image: Int, y: Int, x: Int, channel: Int) -> Double {
      get {
        guard y >= 0, y < shape[1], x >= 0, x < shape[2] else { return 0 }
        return values[((image * shape[1] + y) * shape[2] + x) * shape[3] + channel]
      }
      set {
        guard y >= 0, y < shape[1], x >= 0, x < shape[2] else { return }
        values[((image * shape[1] + y) * shape[2] + x) * shape[3] + channel] = newValue
      }
    }

    var tensor: Tensor { Tensor(shape: shape, values: values.map(Float.init)) }
  }
}
