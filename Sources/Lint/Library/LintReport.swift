import LintModel
import LintReporting
import LintSourceText

/// What a check found.
public struct LintReport: Sendable {
  /// Ordered by path, position and rule. Suppressed findings are left out.
  public let findings: [LintFinding]
  /// The number of files that the report covers.
  public let fileCount: Int
  /// False if a file or folder could not be read; a finding of rule `unreadable-file` says which.
  public let isComplete: Bool
}

/// One flaw at one place.
public struct LintFinding: Sendable, Hashable {
  public enum Severity: String, Sendable, CaseIterable { case note, warning, error }

  /// The id of the rule: `inconsistent-name`.
  public let rule: String
  public let severity: Severity
  /// Relative to the working directory, with forward slashes.
  public let path: String
  /// The cell of a notebook, counted from 1; nil for other files. Lines count within the cell.
  public let cell: Int?
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  public let endLine: Int
  /// The column just after the end of the flaw.
  public let endColumn: Int
  /// The qualified name of the declaration around the flaw: `pkg.layers.Softmax.__init__`.
  public let symbol: String
  /// What is wrong, with the names and values involved, then what to do.
  public let message: String
  /// How to fix findings of this rule in general.
  public let help: String
  /// Identifies the finding even if lines move.
  public let fingerprint: String

  init(_ placed: PlacedFinding, help: String) {
    rule = placed.finding.rule
    severity = Severity(rawValue: placed.finding.severity.rawValue) ?? .warning
    path = placed.path
    cell = placed.cell
    line = placed.start.line
    column = placed.start.column
    endLine = placed.end.line
    endColumn = placed.end.column
    symbol = placed.finding.symbol
    message = placed.finding.message
    self.help = help.trimmed
    fingerprint = placed.fingerprint
  }
}
