import LintCatalog
import LintProject
import LintRuleKit
import LintSerialization
import LintSourceText

/// Which rules run, and how: settings applied one after the other.
struct RuleSelection {
  private let catalog: Catalog
  private let allowsPreview: Bool
  private let profile: Profile
  private let vocabulary: Vocabulary
  private var selected: Set<String>
  /// Rules that were selected by their own names, not by a family or by default.
  private var named: Set<String> = []
  private var settings: [String: RuleSetting] = [:]
  /// Rules that are skipped because another tool covers them.
  private(set) var covered: [PageHeader] = []

  /// Begins with the stable rules for the profile, and with those in preview too if they are allowed.
  init(_ catalog: Catalog, allowsPreview: Bool, profile: Profile, vocabulary: Vocabulary) {
    self.catalog = catalog
    self.vocabulary = vocabulary
    self.allowsPreview = allowsPreview
    self.profile = profile
    selected = []
    selected = Set(catalog.headers.filter(mayRun).map(\.rule))
  }

  /// Whether a rule runs without being named itself.
  private func mayRun(_ rule: PageHeader) -> Bool {
    (allowsPreview || rule.stability == .stable) && rule.profiles.contains(profile)
  }

  mutating func apply(_ settings: Settings) throws(YAMLError) {
    if let names = settings.select {
      selected = []
      named = []
      for name in names { try select(name) }
    }
    try apply(select: settings.extendSelect, ignore: settings.ignore, settings.rules)
  }

  mutating func apply(_ override: Settings.Override) throws(YAMLError) {
    try apply(select: override.extendSelect, ignore: override.ignore, override.rules)
  }

  func rules() throws(YAMLError) -> [ConfiguredRule] {
    var result: [ConfiguredRule] = []
    for id in selected.sorted() {
      let setting = settings[id]
      guard
        let rule = try catalog.rule(
          id, options: setting?.options, severity: setting?.severity, vocabulary: vocabulary)
      else { continue }
      result.append(rule)
    }
    return result
  }

  /// Decodes the options of every rule that is mentioned, selected or not.
  func requireOptions() throws(YAMLError) {
    for (id, setting) in settings.sorted(by: { $0.key < $1.key }) {
      _ = try catalog.rule(id, options: setting.options)
    }
  }

  private mutating func apply(
    select: [Located<String>]?, ignore: [Located<String>]?, _ changes: MarkedMapping<RuleSetting>?
  ) throws(YAMLError) {
    for name in select ?? [] { try self.select(name) }
    for name in ignore ?? [] { selected.subtract(try rules(named: name, evenIdle: true)) }
    for change in changes?.entries ?? [] {
      let id = change.key
      guard catalog.header(of: id) != nil else { throw unknown("rule", id, at: change.mark, among: catalog.rules) }
      settings[id] = settings[id]?.overlaid(with: change.value) ?? change.value
      if change.value.isOn == true {
        selected.insert(id)
        named.insert(id)
      }
      if change.value.isOn == false { selected.remove(id) }
    }
  }

  private mutating func select(_ name: Located<String>) throws(YAMLError) {
    selected.formUnion(try rules(named: name))
    if catalog.header(of: name.value) != nil { named.insert(name.value) }
  }

  /// Removes the rules whose counterparts a repository enables in ruff, unless they were selected by name.
  mutating func skipRules(coveredBy ruff: RuffConfiguration) {
    covered = catalog.headers.filter { header in
      selected.contains(header.rule) && !named.contains(header.rule)
        && header.similar.contains { $0.tool == .ruff && $0.isAlternative && ruff.enables($0) }
    }
    selected.subtract(covered.map(\.rule))
  }

  /// A rule by its name, whatever its stability and profiles; of a family, or all, those that may run.
  private func rules(named name: Located<String>, evenIdle: Bool = false) throws(YAMLError) -> Set<String> {
    if catalog.header(of: name.value) != nil { return [name.value] }
    guard name.value == "all" || catalog.families.contains(name.value) else {
      let known = catalog.rules + catalog.families + ["all"]
      throw unknown("rule or family", name.value, at: name.mark, among: known)
    }
    let members = catalog.headers.filter { name.value == "all" || $0.family == name.value }
    return Set(members.filter { evenIdle || mayRun($0) }.map(\.rule))
  }

  private func unknown(_ kind: String, _ name: String, at mark: Mark, among known: [String]) -> YAMLError {
    let nearest = Suggestion.nearest(to: name, among: known)
    return YAMLError(
      at: mark, "unknown \(kind) '\(name)'",
      advice: nearest.map { "did you mean '\($0)'?" } ?? "'mllint rule' lists them all")
  }
}
