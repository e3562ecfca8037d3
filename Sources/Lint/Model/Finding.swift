/// One flaw at one place.
package struct Finding: Sendable {
  package var rule: String
  package var severity: Severity = .warning
  /// What it is at most, whatever its rule's severity: some of a rule's findings are only worth knowing.
  package var ceiling: Severity?
  package var location: Location
  /// The qualified name of the innermost declaration around it.
  package var symbol: String
  package var message: String
  /// Places that show why: at most 5, or every flaw of a finding that sums up several.
  package var related: [Evidence] = []
  package var fix: Fix?
  /// The number of flaws that it sums up; nil for a finding that is one flaw. A baseline tolerates them by number.
  package var count: Int?
  /// From 0 to 1; nil if a rule has no measure of its own.
  package var confidence: Double?

  package init(rule: String, location: Location, symbol: String, message: String) {
    self.rule = rule
    self.location = location
    self.symbol = symbol
    self.message = message
  }
}
