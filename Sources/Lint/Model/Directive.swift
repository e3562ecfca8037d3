import LintSourceText

/// A comment that begins with `mllint:`, without its comment sign.
public struct Directive: Sendable {
  /// The text after the comment sign, from `mllint:` on.
  public var text: String
  public var range: SourceRange
  /// True if nothing but the comment is on its line.
  public var standsAlone: Bool

  public init(text: String, range: SourceRange, standsAlone: Bool) {
    self.text = text
    self.range = range
    self.standsAlone = standsAlone
  }
}
