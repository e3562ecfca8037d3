import Foundation

/// How numbers are written for people: the same way in the page, in the tables and on a terminal.
public enum Figures {
  /// A fraction as a percentage: 0.98123 is `98.12 %`.
  public static func percent(_ fraction: Double, decimals: Int = 2) -> String {
    fraction.isFinite ? decimal(100 * fraction, decimals) + "\u{202f}%" : "not a number"
  }

  /// A count with its thousands set apart: 7338880 is `7,338,880`.
  public static func count(_ number: Int) -> String {
    var groups: [Substring] = []
    var rest = Substring(String(number.magnitude))
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return (number < 0 ? "\u{2212}" : "") + ([rest] + groups).joined(separator: ",")
  }

  /// A count and its noun: `1 image`, `12 images`.
  public static func count(_ number: Int, _ noun: String) -> String {
    "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A time in seconds in its two largest units: 423 is `7 min 3 s`.
  public static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "not a time" }
    if seconds < 10 { return decimal(seconds, 1) + " s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole / 60 % 60) min"
  }

  /// A large number without its decimals: 1958.4 is `1,958`.
  public static func rounded(_ number: Double) -> String {
    Int(exactly: number.rounded()).map { count($0) } ?? "not a number"
  }

  /// A quantity with three digits that count, for losses and learning rates: `0.0812`, `1.25`, `0.00051`.
  public static func quantity(_ value: Double) -> String {
    guard value.isFinite else { return "not a number" }
    let text = String(format: "%.3g", value)
    return text.replacing("e-0", with: "e-").replacing("-", with: "\u{2212}")
  }

  /// A number with a fixed count of decimals.
  public static func decimal(_ value: Double, _ decimals: Int) -> String {
    value.isFinite ? String(format: "%.\(decimals)f", value) : "not a number"
  }

  /// A fraction in percent for an axis, with no more decimals than it needs: `95`, `99.5`.
  public static func axisPercent(_ fraction: Double) -> String {
    let percent = (fraction * 100_000).rounded() / 1000
    return percent == percent.rounded() ? decimal(percent, 0) : "\(percent)"
  }

  /// A place in an order: `1st`, `2nd`, `11th`.
  public static func ordinal(_ rank: Int) -> String {
    let ending =
      switch (rank % 100, rank % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(rank)\(ending)"
  }
}
