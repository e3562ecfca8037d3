import LintModel
import LintSourceText

extension NameCounts {
  package struct NameVerdict: Sendable {
    /// The name that nearly all signatures use.
    package let leader: String
    package let leaderCount: Int
    package let uses: Int
    /// The public uses of other names, one array a signature family.
    package let minority: [[Use]]
    /// True if the project's configuration chose the leading name.
    package let isChosen: Bool
    /// The uses of the leading name.
    package let leading: [Use]
    /// Where the counts come from.
    package let surfaces: Set<Surface>

    /// Whether some of the signatures are copies of others.
    package let hasCopies: Bool

    /// The uses of other names, those of one name in one file together.
    package var slips: [[Use]] {
      var slips: [[Use]] = []
      var places: [String: Int] = [:]
      for family in minority {
        guard let first = family.first else { continue }
        let key = "\(first.parameter.name) \(first.location.path)"
        if let index = places[key] {
          slips[index] += family
        } else {
          places[key] = slips.count
          slips.append(family)
        }
      }
      return slips.map { $0.sorted { $0.location.precedes($1.location) } }
    }

    /// A few uses of the leading name.
    package var examples: [Use] { NameCounts.examples(leading) }
    /// The leading name as it is written where a use of another name stands: `learningRate` in Swift.
    package func word(beside use: Use) -> String {
      let surface = use.place.signature.surface
      let alike = leading.filter { $0.place.signature.surface == surface }
      let same = alike.filter { $0.place.file.language == use.place.file.language }
      if let found = NameCounts.examples(same.isEmpty && surface != .parameters ? alike : same).first {
        return found.parameter.text
      }
      return use.place.file.language == .swift ? Name.camelCase(leader) : leader
    }

    package var confidence: Double { isChosen ? 1 : Double(leaderCount) / Double(uses) }
  }

  /// The verdicts on the names, one per surface.
  ///
  /// Parameters are judged among themselves where there are enough of them: a command line is often brief on purpose, so
  /// that neither its words nor those of a configuration count for or against them. Options and keys are judged by their
  /// like, as long as the parameters do not say otherwise. Where there are few of each, all are judged together. A word
  /// that the project has chosen holds for all.
  package func verdicts(minimumShare: Double, minimumUses: Int, preferredName: String? = nil) -> [NameVerdict] {
    let judge = { (surfaces: Set<Surface>) in
      verdict(on: surfaces, minimumShare: minimumShare, minimumUses: minimumUses, preferredName: preferredName)
    }
    let all = Set(Surface.allCases)
    if preferredName != nil { return judge(all).map { [$0] } ?? [] }
    let own = ranked(on: [.parameters], isCertain: true)
    if own.reduce(0, { $0 + $1.families.count }) < minimumUses, let joint = judge(all) { return [joint] }
    let others = [.options, .keys].compactMap { judge([$0]) }.filter { verdict in
      own.isEmpty || own.first?.name == verdict.leader
    }
    return (judge([.parameters]).map { [$0] } ?? []) + others
  }

  /// Nil if one name is used throughout, or if none leads clearly. A word that the project has chosen leads
  /// whatever the counts.
  func verdict(
    on surfaces: Set<Surface>, minimumShare: Double, minimumUses: Int, preferredName: String? = nil
  ) -> NameVerdict? {
    var ranked = ranked(on: surfaces)
    var certain = self.ranked(on: surfaces, isCertain: true)
    let total = ranked.reduce(0) { $0 + $1.families.count }
    if preferredName == nil, let leader = ranked.first?.name {
      let isApart = { (name: String) in
        name != leader && self.areApart(name, leader, on: surfaces, among: total)
      }
      ranked.removeAll { isApart($0.name) }
      certain.removeAll { isApart($0.name) }
    }
    let uses = ranked.reduce(0) { $0 + $1.families.count }
    let leader: (name: String, families: [String: [Use]])
    if let preferredName {
      leader = ranked.first { $0.name == preferredName } ?? (preferredName, [:])
    } else {
      // What surely means the concept decides; what possibly does counts too, as it does for a reader.
      guard ranked.count > 1, let first = ranked.first,
        first.name == certain.first?.name, Self.leads(certain, minimumShare, minimumUses),
        Self.leads(ranked, minimumShare, minimumUses)
      else { return nil }
      leader = first
    }
    let kind = leader.families.values.joined().reduce(into: ParameterKind()) {
      $0.formUnion(ParameterKind(of: $1.parameter))
    }
    let frameworks = leader.families.values.joined().reduce(into: Set<String>()) { $0.formUnion($1.frameworks) }
    let minority = certain.filter { $0.name != leader.name }.flatMap { name in
      name.families.sorted { $0.key < $1.key }.map {
        $0.value.filter { use in
          // The library whose class it extends says so, and no other extension of it says otherwise.
          (preferredName != nil || use.conventions.isSubset(of: frameworks)) && isRival(use, of: leader.name, kind)
        }
      }
    }.filter { !$0.isEmpty }
    return NameVerdict(
      leader: leader.name, leaderCount: leader.families.count, uses: uses, minority: minority,
      isChosen: preferredName != nil, leading: leader.families.values.flatMap(\.self), surfaces: surfaces,
      hasCopies: ranked.contains { $0.families.values.contains { $0.count > 1 } })
  }

  private static func leads(
    _ ranked: [(name: String, families: [String: [Use]])], _ share: Double, _ minimumUses: Int
  ) -> Bool {
    let uses = ranked.reduce(0) { $0 + $1.families.count }
    guard let first = ranked.first, uses >= minimumUses else { return false }
    // Methods of one class that pass a value to each other are one decision.
    let places = first.families.values.joined().map {
      $0.place.signature.owner ?? "\($0.place.file.path) \($0.place.signature.symbol)"
    }
    return Double(first.families.count) >= share * Double(uses) && leadsInSites(ranked, share) && Set(places).count > 1
  }

  /// Thirty copies of one signature with another name are a decision, not a slip.
  private static func leadsInSites(_ ranked: [(name: String, families: [String: [Use]])], _ share: Double) -> Bool {
    let sites = ranked.map { $0.families.values.reduce(0) { $0 + $1.count } }
    return Double(sites.first ?? 0) >= share * Double(sites.reduce(0, +))
  }

  /// Whether a use of another name is for callers to see, and may stand for the same kind of value.
  private func isRival(_ use: Use, of leader: String, _ kind: ParameterKind) -> Bool {
    let signature = use.place.signature
    guard !use.isWaived, signature.isPublic, signature.publication == .none,
      !signature.prescribed.contains(use.parameter.name)
    else { return false }
    // A key that some parameter has for a name follows it.
    if signature.surface == .keys,
      uses[use.parameter.name]?.contains(where: { $0.place.signature.surface == .parameters }) == true
    {
      return false
    }
    // `threshold(input, thresh)` cannot take the leading name without hiding itself.
    if Name.canonical(signature.function) == leader { return false }
    if signature.function == "__init__", signature.owner.map(Name.canonical) == leader { return false }
    // `from_config_dict(config)` says what its own name says.
    if signature.isNamed(after: use.parameter.name) { return false }
    return !ParameterKind(of: use.parameter).excludes(kind)
  }

  /// The first few by their places, those that callers see before others.
  static func examples(_ uses: [Use], count: Int = 3) -> [Use] {
    let shown = uses.filter(\.place.signature.isPublic)
    return Array((shown.isEmpty ? uses : shown).sorted { $0.location.precedes($1.location) }.prefix(count))
  }
}

extension Location {
  fileprivate func precedes(_ other: Location) -> Bool {
    path == other.path ? range < other.range : Paths.precedes(path, other.path)
  }
}
