/// Markup that is safe to write into a page: a text put into a literal is escaped, markup put into one is not.
///
/// So nothing that comes from a file can break out of the page, and no caller has to think of it:
/// `let cell: HTML = "<td>\(name)</td>"`.
public struct HTML: Sendable {
  /// The markup itself.
  public let markup: String

  /// The markup of a text: every character that means something in HTML, and every control character, is replaced.
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

  /// No markup at all.
  static let none = HTML(markup: "")

  static func + (first: HTML, second: HTML) -> HTML { HTML(markup: first.markup + second.markup) }
}

extension HTML: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { markup = value }

  public init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  /// What a literal's pieces are gathered in.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      // What is put in is short, as a rule: a name, a number, a place.
      markup.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) { markup += literal }

    /// Puts a text in, escaped.
    public mutating func appendInterpolation(_ text: String) { markup += HTML(escaping: text).markup }

    /// Puts markup in as it is.
    public mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    /// Puts a whole number in, without separators.
    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    /// Puts a length or a position in, rounded to a hundredth, which no screen can tell from the exact one.
    public mutating func appendInterpolation(_ coordinate: Double) {
      let rounded = (coordinate * 100).rounded() / 100
      markup += rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : String(rounded)
    }
  }
}

extension Sequence<HTML> {
  /// The pieces one after the other.
  func joined(separator: String = "") -> HTML { HTML(markup: map(\.markup).joined(separator: separator)) }
}
