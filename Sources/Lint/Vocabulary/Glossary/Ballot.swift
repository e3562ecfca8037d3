/// The votes of a distribution's signatures on what to call one thing.
///
/// Copies of one signature are one vote: forty layers with the same `forward` made one decision.
public struct Ballot: Sendable {
  public struct Use: Sendable {
    public let place: PlacedSignature
    public let parameter: NamedSignature.Parameter

    public var location: Location { place.location(of: parameter) }
  }

  public struct Verdict: Sendable {
    /// The name that nearly all signatures use.
    public let leader: String
    public let leaderVotes: Int
    public let votes: Int
    /// The public uses of other names, one array a signature family.
    public let dissent: [[Use]]
    /// True where the project's configuration chose the leading name.
    public let isChosen: Bool
    /// A few uses of the leading name.
    public let examples: [Use]

    public var confidence: Double { isChosen ? 1 : Double(leaderVotes) / Double(votes) }
  }

  public private(set) var uses: [String: [Use]] = [:]
  /// Two of the names in one signature mean two different things there, so they are no synonyms in this repository.
  private var isVoid = false

  /// Adds what one signature calls the thing: usually one name, several where the names are no synonyms.
  mutating func add(_ parameters: [NamedSignature.Parameter], of place: PlacedSignature) {
    if Set(parameters.map(\.name)).count > 1 { isVoid = true }
    for parameter in parameters {
      uses[parameter.name, default: []].append(Use(place: place, parameter: parameter))
    }
  }

  /// Nil where one name is used throughout, or where none leads clearly. A word that the project has chosen leads
  /// whatever the votes.
  public func verdict(minimumShare: Double, minimumVotes: Int, houseWord: String? = nil) -> Verdict? {
    let families = uses.mapValues { Dictionary(grouping: $0, by: \.place.signature.family) }
    let votes = families.values.reduce(0) { $0 + $1.count }
    let ranked = families.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
    let leader: (key: String, value: [String: [Use]])
    if let houseWord {
      leader = (houseWord, families[houseWord] ?? [:])
    } else {
      guard !isVoid, uses.count > 1, let first = ranked.first, votes >= minimumVotes,
        Double(first.value.count) >= minimumShare * Double(votes), leadsInSites(first.key, minimumShare)
      else { return nil }
      leader = first
    }
    let dissent = ranked.filter { $0.key != leader.key }.flatMap { name in
      name.value.sorted { $0.key < $1.key }.map { $0.value.filter { isRival($0, of: leader.key) } }
    }.filter { !$0.isEmpty }
    return Verdict(
      leader: leader.key, leaderVotes: leader.value.count, votes: votes, dissent: dissent,
      isChosen: houseWord != nil, examples: examples(of: leader.key))
  }

  /// Thirty copies of a dissenting signature are one decision, but no slip.
  private func leadsInSites(_ name: String, _ share: Double) -> Bool {
    let sites = uses.values.reduce(0) { $0 + $1.count }
    return Double(uses[name]?.count ?? 0) >= share * Double(sites)
  }

  /// Whether a use of another name is for callers to see, and may stand for the same kind of value.
  private func isRival(_ use: Use, of leader: String) -> Bool {
    guard use.place.signature.isPublic, use.place.signature.publication == .none else { return false }
    // `threshold(input, thresh)` cannot take the leading name without hiding itself.
    if Name.canonical(use.place.signature.function) == leader { return false }
    if use.place.signature.function == "__init__", use.place.signature.owner.map(Name.canonical) == leader {
      return false
    }
    // `from_config_dict(config)` says what its own name says.
    if use.place.signature.isNamed(after: use.parameter.name) { return false }
    var kind = ParameterKind()
    for other in uses[leader] ?? [] { kind.formUnion(ParameterKind(of: other.parameter)) }
    return !ParameterKind(of: use.parameter).excludes(kind)
  }

  private func examples(of name: String) -> [Use] {
    let all = uses[name] ?? []
    let shown = all.filter(\.place.signature.isPublic)
    return Array((shown.isEmpty ? all : shown).prefix(3))
  }
}
