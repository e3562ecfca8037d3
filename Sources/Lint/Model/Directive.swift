import LintSourceText

/// A comment that begins with `mllint:`, without its comment sign.
package struct Directive: Sendable {
  /// The text after the comment sign, from `mllint:` on.
  package var text: String
  package var range: SourceRange
  /// True if nothing but the comment is on its line.
  package var standsAlone: Bool

  package init(text: String, range: SourceRange, standsAlone: Bool) {
    self.text = text
    self.range = range
    self.standsAlone = standsAlone
  }
}
