import LintSerialization

/// An option of a rule. The page is the only place where its default stands.
package struct RuleOption: Decodable, Sendable {
  package var `default`: YAMLNode
  package var help: String
}
