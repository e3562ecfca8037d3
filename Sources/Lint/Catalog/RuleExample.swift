import LintSerialization

/// A tiny repository with a flaw, or without one.
package struct RuleExample: Decodable, Sendable {
  package var title: String
  /// Path to text; `«…»` marks the exact range of a finding.
  package var bad: OrderedMapping<String>?
  /// Path to text in which the rule finds nothing.
  package var good: OrderedMapping<String>?
  /// The exact messages, in the order of path and position.
  package var says: [String]?
  /// Path to text of what `mllint check --fix --unsafe-fixes` makes of the files that it changes.
  package var fixed: OrderedMapping<String>?
  /// The text of an `mllint.yml` next to the files.
  package var configuration: String?
  /// Other rules that may report something here as well.
  package var also: [String]?

  /// The files of whichever it is.
  package var files: OrderedMapping<String> { bad ?? good ?? OrderedMapping() }
}
