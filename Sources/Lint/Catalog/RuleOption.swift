import LintSerialization

/// An option of a rule. Its default is stated only on the page.
package struct RuleOption: Decodable, Sendable {
  package var `default`: YAMLNode
  package var help: String
}
