/// Every layer's arithmetic as plain loops, straight from its definition: slow, in 64 bits, and easy to check by eye.
///
/// The fast layers are compared with these in the tests. Nothing else uses them.
public enum Oracle {
  /// A tensor of 64-bit numbers that reads as zero outside its borders.
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

    /// The number at an image, row, column and channel; zero outside the image.
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
