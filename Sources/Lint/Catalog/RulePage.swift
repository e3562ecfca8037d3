import LintModel
import LintProject
import LintSerialization
import LintSourceText

/// A rule's page: its documentation, its defaults and its tests, one YAML file a rule.
package struct RulePage: Decodable, Sendable {
  package enum Stability: String, Decodable, Sendable, CaseIterable {
    /// Off by default: its precision on real repositories is below 0.9 or not measured on enough findings.
    case preview
    case stable
  }

  package var rule: String
  /// One line, as a list of rules shows it.
  package var summary: String
  /// The folder that contains the page.
  package var family: String
  /// Ids of `Rules/principles.yml`.
  package var principles: [String]
  package var severity: Severity
  package var stability: Stability
  /// The version that first had the rule.
  package var since: String
  package var languages: [Language]
  /// Kinds of project in which the rule runs by default; all where the page says nothing.
  package var profiles: [Profile]?
  /// What a file must be for to have findings; empty if any may.
  package var roles: [RuleRole]
  /// One paragraph for the person who got the finding.
  package var why: String
  /// What to do about it.
  package var fix: String
  package var options: OrderedMapping<RuleOption>
  /// Rules of other tools that report some of the same.
  package var similar: [SimilarRules]
  /// Rules whose findings are left out where this rule reports too, because its advice includes theirs.
  package var covers: [String]
  package var examples: [RuleExample]
  /// What was measured, at most once for each set of repositories.
  package var precision: [RulePrecision]
  /// Whether its pattern says how to fix a finding.
  package var isFixable: Bool

  private enum CodingKeys: String, CodingKey {
    case rule, summary, family, principles, severity, stability, since, languages, profiles, roles, why, fix, options
    case similar, covers, forbid, require, limit, examples, precision
  }

  /// Keys that built-in pages must state and custom rules may omit have defaults: such a rule is in the family
  /// `custom`, is a warning, and runs by default.
  package init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    rule = try keys.decode(String.self, forKey: .rule)
    summary = try keys.decode(String.self, forKey: .summary)
    family = try keys.decodeIfPresent(String.self, forKey: .family) ?? "custom"
    principles = try keys.decodeIfPresent([String].self, forKey: .principles) ?? []
    severity = try keys.decodeIfPresent(Severity.self, forKey: .severity) ?? .warning
    stability = try keys.decodeIfPresent(Stability.self, forKey: .stability) ?? .stable
    since = try keys.decodeIfPresent(String.self, forKey: .since) ?? ""
    languages = try keys.decode([Language].self, forKey: .languages)
    profiles = try keys.decodeIfPresent([Profile].self, forKey: .profiles)
    roles = try keys.decodeIfPresent(OneOrMany<RuleRole>.self, forKey: .roles)?.values.map(\.value) ?? []
    why = try keys.decode(String.self, forKey: .why)
    fix = try keys.decode(String.self, forKey: .fix)
    options = try keys.decodeIfPresent(OrderedMapping<RuleOption>.self, forKey: .options) ?? OrderedMapping()
    similar = try keys.decodeIfPresent([SimilarRules].self, forKey: .similar) ?? []
    covers = try keys.decodeIfPresent([String].self, forKey: .covers) ?? []
    isFixable = try [CodingKeys.forbid, .require, .limit].contains { verb in
      guard let node = try keys.decodeIfPresent(YAMLNode.self, forKey: verb) else { return false }
      return (node.items ?? [node]).contains { $0["fix"] != nil }
    }
    examples = try keys.decode([RuleExample].self, forKey: .examples)
    precision = try keys.decodeIfPresent(OneOrMany<RulePrecision>.self, forKey: .precision)?.values.map(\.value) ?? []
  }
}
