/// What the catalogue says about a rule: its documentation, its defaults and its tests, one YAML file a rule.
public struct RulePage: Decodable, Sendable {
  public enum Stability: String, Decodable, Sendable, CaseIterable {
    /// Off unless asked for: its precision on real repositories is below 0.9, or not known well enough.
    case preview
    case stable
  }

  public var rule: String
  /// One line, as a list of rules shows it.
  public var summary: String
  /// The folder the page lies in.
  public var family: String
  /// Ids of `Rules/principles.yml`.
  public var principles: [String]
  public var severity: Severity
  public var stability: Stability
  /// The version that first had the rule.
  public var since: String
  public var languages: [Language]
  /// Kinds of project in which the rule runs by default; all where the page says nothing.
  public var profiles: [Profile]?
  /// One paragraph for the person who got the finding.
  public var why: String
  /// What to do about it.
  public var fix: String
  public var options: OrderedMapping<RuleOption>
  public var examples: [RuleExample]
  public var precision: RulePrecision?
  /// Whether its pattern says how to mend a finding.
  public var mends: Bool

  private enum CodingKeys: String, CodingKey {
    case rule, summary, family, principles, severity, stability, since, languages, profiles, why, fix, options
    case forbid, require, limit, examples, precision
  }

  /// What a page of the catalogue must say and somebody's own page need not has a default: such a rule is in the family
  /// `own`, is a warning, and runs unasked.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    rule = try keys.decode(String.self, forKey: .rule)
    summary = try keys.decode(String.self, forKey: .summary)
    family = try keys.decodeIfPresent(String.self, forKey: .family) ?? "own"
    principles = try keys.decodeIfPresent([String].self, forKey: .principles) ?? []
    severity = try keys.decodeIfPresent(Severity.self, forKey: .severity) ?? .warning
    stability = try keys.decodeIfPresent(Stability.self, forKey: .stability) ?? .stable
    since = try keys.decodeIfPresent(String.self, forKey: .since) ?? ""
    languages = try keys.decode([Language].self, forKey: .languages)
    profiles = try keys.decodeIfPresent([Profile].self, forKey: .profiles)
    why = try keys.decode(String.self, forKey: .why)
    fix = try keys.decode(String.self, forKey: .fix)
    options = try keys.decodeIfPresent(OrderedMapping<RuleOption>.self, forKey: .options) ?? OrderedMapping()
    mends = try [CodingKeys.forbid, .require, .limit].contains { verb in
      guard let node = try keys.decodeIfPresent(YAMLNode.self, forKey: verb) else { return false }
      return (node.items ?? [node]).contains { $0["mend"] != nil }
    }
    examples = try keys.decode([RuleExample].self, forKey: .examples)
    precision = try keys.decodeIfPresent(RulePrecision.self, forKey: .precision)
  }
}

/// An option of a rule. The page is the only place where its default stands.
public struct RuleOption: Decodable, Sendable {
  public var `default`: YAMLNode
  public var help: String
}

/// How the rule did on real repositories, by hand.
public struct RulePrecision: Decodable, Sendable {
  /// Findings read.
  public var sampled: Int
  /// Of them, the right ones.
  public var `true`: Int
  /// The month it was measured: `2026-11`.
  public var on: String
  /// The set of repositories.
  public var corpus: String
  public var note: String?

  /// From 0 to 1; nil where nothing was sampled.
  public var share: Double? { sampled > 0 ? Double(self.true) / Double(sampled) : nil }
}

/// A tiny repository with a flaw, or without one.
public struct RuleExample: Decodable, Sendable {
  public var title: String
  /// Path to text; `«…»` marks the exact range of a finding.
  public var bad: OrderedMapping<String>?
  /// Path to text in which the rule finds nothing.
  public var good: OrderedMapping<String>?
  /// The exact messages, in the order of path and position.
  public var says: [String]?
  /// Path to text of what `mllint check --fix --unsafe-fixes` makes of the files that it changes.
  public var fixed: OrderedMapping<String>?
  /// The text of a `mllint.yml` beside the files.
  public var configuration: String?
  /// Other rules that may report something here as well.
  public var also: [String]?

  /// The files of whichever it is.
  public var files: OrderedMapping<String> { bad ?? good ?? OrderedMapping() }
}
