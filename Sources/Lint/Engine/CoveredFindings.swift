import LintModel
import LintSourceText

/// One flaw, one finding: leaves out what another rule's finding at the same place says too.
enum CoveredFindings {
  /// - Parameter projectRules: What the rules that judge all files cover, by their ids.
  static func remove(from findings: inout [Finding], _ rules: RuleSet, _ projectRules: [String: [String]]) {
    let covers = rules.rules.reduce(into: projectRules) { $0[$1.id] = $1.header.covers }
    let covering = findings.filter { !(covers[$0.rule]?.isEmpty ?? true) }
    guard !covering.isEmpty else { return }
    findings.removeAll { finding in
      covering.contains { other in
        covers[other.rule]?.contains(finding.rule) == true && holds(finding.location, in: other)
      }
    }
  }

  /// A finding that sums up several flaws is about the first of them only: the others have messages of their own.
  private static func holds(_ location: Location, in finding: Finding) -> Bool {
    let places = [finding.location] + (finding.count == nil ? finding.related.map(\.location) : [])
    return places.contains { $0.path == location.path && $0.range.contains(location.range) }
  }
}
