import Glibc

/// The scale of a chart axis.
enum ChartScale {
  case linear(ClosedRange<Double>)
  case logarithmic(ClosedRange<Double>)
  /// Accuracies on a logarithmic scale of the error: from 98 to 99 % is as far as from 96 to 98 %.
  case accuracy(ClosedRange<Double>)

  /// The padding on either side of the values, as a fraction of their range.
  private static let padding = 0.04

  /// A linear axis from zero to slightly beyond the largest value.
  static func linear(fromZeroTo values: [Double]) -> ChartScale {
    let top = values.filter(\.isFinite).max() ?? 1
    return .linear(0...(top > 0 ? top * (1 + padding) : 1))
  }

  /// A logarithmic axis around the positive values.
  static func logarithmic(around values: [Double]) -> ChartScale {
    let positive = values.filter { $0.isFinite && $0 > 0 }
    guard let least = positive.min(), let most = positive.max() else { return .linear(0...1) }
    // A nearly constant curve is not magnified to fill the chart.
    let margin = pow(min(max(most / least, 1.2), 1e12), padding)
    return .logarithmic(least / margin...most * margin)
  }

  /// An axis around accuracies. Perfect accuracies are drawn at its end, slightly beyond the next best.
  static func accuracy(around values: [Double]) -> ChartScale {
    let errors = values.filter(\.isFinite).map { 1 - $0 }
    guard let most = errors.max() else { return .linear(0...1) }
    let least = errors.filter { $0 > 0 }.min() ?? 0.001
    let lower = max(min(least, most) / (errors.contains { $0 <= 0 } ? 1.6 : 1.1), 1e-6)
    let upper = min(1, max(most, lower * 1.2) * 1.1)
    return .accuracy(1 - upper...1 - lower)
  }

  /// The relative position of a value: 0 at the lower end of the axis, 1 at the upper end, clamped.
  func position(of value: Double) -> Double {
    let (position, range) = transformed(value)
    let extent = range.upperBound - range.lowerBound
    return extent > 0 ? min(1, max(0, (position - range.lowerBound) / extent)) : 0.5
  }

  /// The values to label on the axis: round numbers in ascending order.
  var ticks: [Double] {
    switch self {
    case .linear(let range): return Self.linearTicks(in: range)
    case .logarithmic(let range):
      let ticks = Self.roundRatios(in: range)
      return ticks.count < 3 ? Self.linearTicks(in: range) : ticks
    case .accuracy(let range):
      let ticks = Self.roundRatios(in: 1 - range.upperBound...1 - range.lowerBound).map { 1 - $0 }.reversed()
      return ticks.count < 3 ? Self.linearTicks(in: range) : Array(ticks)
    }
  }

  /// The value and range transformed to a linear scale.
  private func transformed(_ value: Double) -> (Double, ClosedRange<Double>) {
    switch self {
    case .linear(let range): return (value, range)
    case .logarithmic(let range):
      return (log(max(value, range.lowerBound)), log(range.lowerBound)...log(range.upperBound))
    case .accuracy(let range):
      let floor = 1 - range.upperBound
      return (-log(max(1 - value, floor)), -log(1 - range.lowerBound)...(-log(floor)))
    }
  }

  /// About five multiples of 1, 2 or 5 times a power of ten.
  private static func linearTicks(in range: ClosedRange<Double>) -> [Double] {
    let extent = range.upperBound - range.lowerBound
    guard extent > 1e-300, extent.isFinite else { return [range.lowerBound] }
    let power = pow(10, floor(log10(extent / 4)))
    let step = [1, 2, 5, 10].map { $0 * power }.first { extent / $0 <= 5 } ?? 10 * power
    let first = Int((range.lowerBound / step - 1e-9).rounded(.up))
    let last = Int((range.upperBound / step + 1e-9).rounded(.down))
    return first <= last ? (first...last).map { Double($0) * step } : []
  }

  /// 1, 2 and 5 times the powers of ten; the powers alone where the range spans many.
  private static func roundRatios(in range: ClosedRange<Double>) -> [Double] {
    guard range.lowerBound > 0, range.upperBound.isFinite else { return [] }
    let powers = Int(floor(log10(range.lowerBound)))...Int(floor(log10(range.upperBound)))
    let digits: [Double] = powers.count > 4 ? [1] : [1, 2, 5]
    return powers.flatMap { power in digits.map { $0 * pow(10, Double(power)) } }.filter(range.contains)
  }
}
