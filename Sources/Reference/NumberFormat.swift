import Glibc

/// Formats numbers for reports, tables and the terminal.
public enum NumberFormat {
  /// A fraction as a percentage: 0.98123 is `98.12 %`.
  public static func percent(_ fraction: Double, decimals: Int = 2) -> String {
    fraction.isFinite ? decimal(100 * fraction, decimals) + "\u{202f}%" : "not a number"
  }

  /// An integer with thousands separators: 7338880 is `7,338,880`.
  public static func integer(_ number: Int) -> String {
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
    "\(integer(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A duration in its two largest units: 423 seconds are `7 min 3 s`.
  public static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "unknown" }
    if seconds < 10 { return decimal(seconds, 1) + " s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole / 60 % 60) min"
  }

  /// A number rounded to an integer: 1958.4 is `1,958`.
  public static func rounded(_ number: Double) -> String {
    Int(exactly: number.rounded()).map { integer($0) } ?? "not a number"
  }

  /// Three significant digits, for losses and learning rates: `0.0812`, `1.25`, `5.1e−6`.
  public static func significant(_ value: Double) -> String {
    guard value.isFinite else { return "not a number" }
    return formatted("%.3g", value).replacing("e-0", with: "e-").replacing("-", with: "\u{2212}")
  }

  /// A number with a fixed number of decimals.
  public static func decimal(_ value: Double, _ decimals: Int) -> String {
    value.isFinite ? formatted("%.\(decimals)f", value) : "not a number"
  }

  /// A fraction in percent for an axis label, with as few decimals as possible: `95`, `99.5`.
  public static func axisPercent(_ fraction: Double) -> String {
    let percent = (fraction * 100_000).rounded() / 1000
    return percent == percent.rounded() ? decimal(percent, 0) : "\(percent)"
  }

  /// An ordinal: `1st`, `2nd`, `11th`.
  public static func ordinal(_ rank: Int) -> String {
    let suffix =
      switch (rank % 100, rank % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(rank)\(suffix)"
  }

  /// A byte as two hexadecimal digits.
  static func hexadecimal(_ byte: UInt8) -> String {
    String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
  }

  /// Formats a number like printf(3).
  private static func formatted(_ format: String, _ value: Double) -> String {
    withVaList([value]) { arguments in
      // The largest double has 309 digits before the decimal point.
      var buffer = [CChar](repeating: 0, count: 512)
      let length = Int(vsnprintf(&buffer, buffer.count, format, arguments))
      let bytes = buffer.prefix(max(0, min(length, buffer.count - 1)))
      return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
