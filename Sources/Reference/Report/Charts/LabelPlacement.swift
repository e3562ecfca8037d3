/// Moves labels apart that would overlap, each as near to its line as the others allow.
enum LabelPlacement {
  /// - Parameters:
  ///   - wanted: where each label would stand, in any order.
  ///   - distance: the least distance of two labels.
  ///   - range: where labels may stand; with more labels than fit, they are spread over it evenly.
  /// - Returns: where each label stands.
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
