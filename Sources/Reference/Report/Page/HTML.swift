/// HTML markup that escapes interpolated strings but not interpolated markup.
///
/// Content from files can therefore never inject markup: `let cell: HTML = "<td>\(name)</td>"`.
public struct HTML: Sendable {
  /// The markup as text.
  public let markup: String

  /// Escapes a text: special characters become entities, control characters U+FFFD.
  public init(escaping text: String) {
    var markup = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      case "'": markup += "&#39;"
      case "\n", "\t": markup.unicodeScalars.append(scalar)
      case "\0"..<" ", "\u{7f}"..."\u{9f}": markup += "\u{fffd}"
      default: markup.unicodeScalars.append(scalar)
      }
    }
    self.markup = markup
  }

  fileprivate init(markup: String) { self.markup = markup }

  /// Empty markup.
  static let none = HTML(markup: "")

  static func + (first: HTML, second: HTML) -> HTML { HTML(markup: first.markup + second.markup) }
}

extension HTML: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { markup = value }

  public init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  /// Collects the segments of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      // Interpolations are usually short: names, numbers and coordinates.
      markup.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) { markup += literal }

    /// Interpolates a text, escaped.
    public mutating func appendInterpolation(_ text: String) { markup += HTML(escaping: text).markup }

    /// Interpolates markup unchanged.
    public mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    /// Interpolates an integer without separators.
    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    /// Interpolates a coordinate, rounded to two decimals.
    public mutating func appendInterpolation(_ coordinate: Double) {
      let rounded = (coordinate * 100).rounded() / 100
      markup += rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : String(rounded)
    }
  }
}

extension Sequence<HTML> {
  /// Concatenates markup.
  func joined(separator: String = "") -> HTML { HTML(markup: map(\.markup).joined(separator: separator)) }
}
