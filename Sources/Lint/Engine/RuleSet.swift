import LintCatalog
import LintModel

/// The rules that apply to a file, options and severities set. Shared by all files of one configuration.
package final class RuleSet: Sendable {
  package let rules: [ConfiguredRule]
  private let severities: [String: Severity]

  package init(_ rules: [ConfiguredRule]) {
    self.rules = rules
    severities = Dictionary(rules.map { ($0.id, $0.severity) }) { first, _ in first }
  }

  /// The severity of a rule; nil for a rule that does not apply.
  package func severity(of rule: String) -> Severity? { severities[rule] }
}
