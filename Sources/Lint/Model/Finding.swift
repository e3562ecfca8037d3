/// One flaw at one place.
public struct Finding: Sendable {
  public var rule: String
  public var severity: Severity = .warning
  /// An upper bound on its severity, whatever the rule's: some findings are only worth knowing.
  public var ceiling: Severity?
  public var location: Location
  /// The qualified name of the innermost declaration around it.
  public var symbol: String
  public var message: String
  /// Places that show why, or that have the same flaw. A report for people shows the first few.
  public var related: [Evidence] = []
  public var fix: Fix?
  /// The number of flaws that it sums up; nil for a finding that is one flaw. A baseline tolerates them by number.
  public var count: Int?
  /// From 0 to 1; nil if the rule does not measure it.
  public var confidence: Double?

  public init(rule: String, location: Location, symbol: String, message: String) {
    self.rule = rule
    self.location = location
    self.symbol = symbol
    self.message = message
  }
}
