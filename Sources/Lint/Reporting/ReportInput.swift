import LintCatalog
import LintEngine

/// What every report is made from.
package struct ReportInput: Sendable {
  package var result: RunResult
  /// The pages of the rules, by id.
  package var pages: [String: PageHeader]
  package var version: String
  /// Wall-clock time of the run.
  package var seconds: Double
  package var usesColor: Bool
  /// Whether text output includes a summary and warnings.
  package var showsSummary = true
  package let findings: [PlacedFinding]
  let places: Places

  package init(result: RunResult, pages: [String: PageHeader], version: String, seconds: Double, usesColor: Bool) {
    self.result = result
    self.pages = pages
    self.version = version
    self.seconds = seconds
    self.usesColor = usesColor
    places = Places(result.texts)
    let fingerprints = Fingerprint.all(of: result.findings)
    findings = zip(result.findings, fingerprints).map { [places] in PlacedFinding($0, fingerprint: $1, places) }
  }
}
