import LintModel
import LintRuleKit
import LintSourceText

/// Functions use two verbs for the same action: `load_audio` and `read_audio`, `compute_loss` and `calculate_cost`.
struct InconsistentVerb: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum share of functions that must use the leading one of several interchangeable verbs before the others are
    /// reported.
    var minimumShare: Double
    /// Minimum number of functions that must use one of the interchangeable verbs.
    var minimumUses: Int
  }

  struct Fact {
    var verb: String
    var object: String
    var function: String
    var owner: String?
    var range: SourceRange
    var symbol: String
    var isPublic: Bool
    /// The names of its parameters, joined by commas.
    var shape: String
  }

  let options: Options
  private let groups: [VerbGroup]
  private let group: [String: Int]

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    groups = vocabulary.lexicons.verbs
    var group: [String: Int] = [:]
    for (index, entry) in groups.enumerated() { for verb in entry.verbs { group[verb] = index } }
    self.group = group
  }

  func facts(in file: SourceFile) -> [Fact] {
    guard NamedSignature.isFirstParty(file, as: [.library, .script]) else { return [] }
    return file.model.declarations.enumerated().compactMap { index, declaration in
      guard declaration.isCallable,
        declaration.flags.isDisjoint(with: [.isOverload, .isDeprecated, .isLocal, .isOverride])
      else { return nil }
      let words = Name.canonical(declaration.name.text).split(separator: "_")
      guard words.count > 1, let verb = words.first.map(String.init), group[verb] != nil else { return nil }
      let owner = declaration.kind == .method ? file.enclosing(declaration.parent).first?.name.text : nil
      return Fact(
        verb: verb, object: words.dropFirst().joined(separator: "_"), function: declaration.name.text, owner: owner,
        range: declaration.name.range, symbol: file.symbol(of: index), isPublic: declaration.isPublic,
        shape: declaration.parameters.map { Name.canonical($0.publicName.text) }.joined(separator: ","))
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    // Scripts next to a package have their own helpers.
    let projects = Dictionary(grouping: facts) { "\($0.file.distribution)#\($0.file.role.rawValue)" }
    for (_, files) in projects.sorted(by: { $0.key < $1.key }) {
      var uses: [[Use]] = groups.map { _ in [] }
      for file in files {
        for fact in file.facts where isOwn(fact, in: file.file, project) {
          if let index = group[fact.verb] { uses[index].append(Use(file: file.file, fact: fact)) }
        }
      }
      for (index, entry) in groups.enumerated() {
        if entry.interchangeable == true { judgeVerbs(uses[index], entry, &collector) }
        judgeObjects(uses[index], entry, &collector)
      }
    }
  }

  private func isOwn(_ fact: Fact, in file: FileReference, _ project: ProjectIndex) -> Bool {
    guard let owner = fact.owner else { return true }
    return project.origin(ofMethod: fact.function, in: owner, module: file.module) == .own
  }

  /// Verbs that mean the same for every object.
  private func judgeVerbs(_ uses: [Use], _ entry: VerbGroup, _ collector: inout FindingCollector) {
    let verbs = Dictionary(grouping: uses, by: \.fact.verb).mapValues { Dictionary(grouping: $0, by: \.fact.function) }
    let total = verbs.values.reduce(0) { $0 + $1.count }
    guard let leader = verbs.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      total >= options.minimumUses, Double(leader.value.count) >= options.minimumShare * Double(total)
    else { return }
    let minority = verbs.filter { $0.key != leader.key }.values.flatMap { $0 }.sorted { $0.key < $1.key }
    for (name, copies) in minority {
      guard let first = copies.first(where: \.fact.isPublic) else { continue }
      collector.add(
        .departing(name, entry, leader.key, leader.value.count, of: total), at: first.location,
        symbol: first.fact.symbol, related: examples(leader.value.flatMap(\.value)),
        confidence: Double(leader.value.count) / Double(total))
    }
  }

  /// Verbs with the same object: two names for one action, unless one type or module has both and so distinguishes them.
  private func judgeObjects(_ uses: [Use], _ entry: VerbGroup, _ collector: inout FindingCollector) {
    let counts = Dictionary(grouping: uses, by: \.fact.verb).mapValues(\.count)
    // Methods of two types are the same action only if they take the same parameters.
    let kinds = Dictionary(grouping: uses) { "\($0.fact.object)#\($0.fact.owner == nil ? "" : "(\($0.fact.shape))")" }
    for (_, group) in kinds.sorted(by: { $0.key < $1.key }) {
      let verbs = Dictionary(grouping: group, by: \.fact.verb)
      guard verbs.count > 1, entry.interchangeable != true, !areDistinguished(group) else { continue }
      let ranked = verbs.sorted {
        ($0.value.count, counts[$0.key] ?? 0, $1.key) > ($1.value.count, counts[$1.key] ?? 0, $0.key)
      }
      for (_, others) in ranked.dropFirst() {
        guard let first = others.first(where: \.fact.isPublic), let leader = ranked.first,
          let shown = leader.value.first
        else { continue }
        collector.add(
          .sameObject(first.fact.function, entry, shown.fact.function), at: first.location,
          symbol: first.fact.symbol, related: examples(leader.value))
      }
    }
  }

  private func areDistinguished(_ uses: [Use]) -> Bool {
    let homes = Dictionary(grouping: uses) { "\($0.file.projectPath)#\($0.fact.owner ?? "")" }
    return homes.values.contains { Set($0.map(\.fact.verb)).count > 1 }
  }

  private func examples(_ uses: [Use]) -> [Evidence] {
    uses.filter(\.fact.isPublic).prefix(3).map { Evidence("'\($0.fact.function)' here", at: $0.location) }
  }
}

private struct Use {
  let file: FileReference
  let fact: InconsistentVerb.Fact

  var location: Location { Location(path: file.path, range: fact.range) }
}

extension Message {
  fileprivate static func departing(
    _ name: String, _ entry: VerbGroup, _ leader: String, _ uses: Int, of total: Int
  ) -> Message {
    """
    '\(name)' does not use '\(leader)', the verb in \(uses) of \(total) functions for \(entry.action); \
    rename it to match
    """
  }

  fileprivate static func sameObject(_ name: String, _ entry: VerbGroup, _ other: String) -> Message {
    "'\(name)' and '\(other)' use different verbs for \(entry.action); use one, or document how they differ"
  }
}
