/// A histogram with buckets of equal width.
struct Histogram {
  /// The number of buckets; TensorBoard also displays 30.
  static let bucketCount = 30

  private let values: [Double]

  /// - Parameter values: the samples; NaN and infinities are ignored.
  init(_ values: [Float]) { self.values = values.filter(\.isFinite).map(Double.init) }

  /// The encoded `HistogramProto`: min, max, count, sum, sum of squares, bucket limits and bucket counts.
  var encoded: [UInt8] {
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    let width = high > low ? (high - low) / Double(Self.bucketCount) : 1
    let bucketCount = high > low ? Self.bucketCount : 1
    var counts = [Double](repeating: 0, count: bucketCount)
    for value in values { counts[min(Int((value - low) / width), bucketCount - 1)] += 1 }
    // The last limit is exactly the maximum, without rounding errors. If all values are equal, the only bucket has zero
    // width.
    let limits = (1..<bucketCount).map { low + Double($0) * width } + [high]
    return ProtocolBuffer {
      $0.double(1, low)
      $0.double(2, high)
      $0.double(3, Double(values.count))
      $0.double(4, values.reduce(0, +))
      $0.double(5, values.reduce(0) { $0 + $1 * $1 })
      $0.doubles(6, limits)
      $0.doubles(7, counts)
    }.bytes
  }
}
