/// Moves overlapping labels apart, each as close to its curve as possible.
enum LabelPlacement {
  /// - Parameters:
  ///   - wanted: the preferred position of each label, in any order.
  ///   - distance: the minimum distance between labels.
  ///   - range: the allowed positions; if the labels do not fit, they are spaced evenly.
  /// - Returns: the position of each label.
  static func spread(_ wanted: [Double], distance: Double, in range: ClosedRange<Double>) -> [Double] {
    guard wanted.count > 1 else { return wanted.map { min(max($0, range.lowerBound), range.upperBound) } }
    let fitting = min(distance, (range.upperBound - range.lowerBound) / Double(wanted.count - 1))
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var placed = wanted
    var lowest = range.lowerBound
    for label in order {
      placed[label] = max(wanted[label], lowest)
      lowest = placed[label] + fitting
    }
    var highest = range.upperBound
    for label in order.reversed() {
      placed[label] = min(placed[label], highest)
      highest = placed[label] - fitting
    }
    return placed
  }
}
