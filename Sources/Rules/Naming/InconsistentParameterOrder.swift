import Lint

/// Two parameters that go together stand in one order here and in the other there.
struct InconsistentParameterOrder: ProjectRule {
  struct Options: RuleOptions {
    /// Share of the signatures that the leading order must have before the other is reported.
    var minimumShare: Double
    /// Signatures that must hold the pair at all.
    var minimumUses: Int
  }

  let options: Options
  private let vocabulary: Vocabulary

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    self.vocabulary = vocabulary
  }

  func facts(in file: SourceFile) -> [NamedSignature] {
    NamedSignature.all(in: file) { vocabulary.isOrdered($0) }
  }

  func check(_ facts: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ report: inout Report) {
    for (_, files) in Dictionary(grouping: facts, by: \.file.distribution).sorted(by: { $0.key < $1.key }) {
      for pair in vocabulary.orders { judge(pair, in: files.ofTheHouse, project, &report) }
    }
  }

  private func judge(
    _ pair: OrderPairs.Pair, in files: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ report: inout Report
  ) {
    var ballot = OrderBallot()
    for file in files {
      for signature in file.facts {
        let place = PlacedSignature(file: file.file, signature: signature)
        guard let order = Order(of: pair, in: signature), !place.isForeign(in: project) else { continue }
        ballot.add(order, of: place)
      }
    }
    guard let verdict = ballot.verdict(minimumShare: options.minimumShare, minimumVotes: options.minimumUses)
    else { return }
    for family in verdict.dissent {
      guard let (order, place) = family.first(where: \.place.signature.isPublic) else { continue }
      report.add(
        .reversed(order, copies: family.count, votes: verdict.leaderVotes, of: verdict.votes),
        at: place.location(of: order.earlier), symbol: place.signature.symbol,
        related: verdict.examples.map { Evidence("the other order here", at: $1.location(of: $0.earlier)) },
        confidence: Double(verdict.leaderVotes) / Double(verdict.votes))
    }
  }
}

/// How one signature orders a pair.
private struct Order {
  let earlier: NamedSignature.Parameter
  let later: NamedSignature.Parameter
  /// As the field usually has it.
  let isUsual: Bool

  /// Nil unless the signature has each of the two exactly once, neighbours, spelled alike.
  init?(of pair: OrderPairs.Pair, in signature: NamedSignature) {
    let positions = signature.parameters.indices.filter { index in
      pair.first.contains(signature.parameters[index].name) || pair.second.contains(signature.parameters[index].name)
    }
    guard positions.count == 2 else { return nil }
    earlier = signature.parameters[positions[0]]
    later = signature.parameters[positions[1]]
    guard later.position == earlier.position + 1 else { return nil }
    if let others = pair.notWith, !Set(signature.shape.split(separator: ",").map(String.init)).isDisjoint(with: others)
    {
      return nil
    }
    isUsual = pair.first.contains(earlier.name)
    // Both required or both optional: a default decides the order of the others.
    guard isUsual != pair.first.contains(later.name), !earlier.hasFreeOrder, !later.hasFreeOrder,
      (earlier.defaultValue == nil) == (later.defaultValue == nil)
    else { return nil }
  }
}

/// The votes on the order of one pair; copies of one signature are one vote.
private struct OrderBallot {
  typealias Vote = (order: Order, place: PlacedSignature)

  private var usual: [String: [Vote]] = [:]
  private var reversed: [String: [Vote]] = [:]

  mutating func add(_ order: Order, of place: PlacedSignature) {
    if order.isUsual {
      usual[place.signature.family, default: []].append((order, place))
    } else {
      reversed[place.signature.family, default: []].append((order, place))
    }
  }

  func verdict(
    minimumShare: Double, minimumVotes: Int
  ) -> (leaderVotes: Int, votes: Int, dissent: [[Vote]], examples: [Vote])? {
    let votes = usual.count + reversed.count
    let (leading, dissenting) = usual.count >= reversed.count ? (usual, reversed) : (reversed, usual)
    guard votes >= minimumVotes, !dissenting.isEmpty, Double(leading.count) >= minimumShare * Double(votes) else {
      return nil
    }
    let examples = leading.sorted { $0.key < $1.key }.prefix(3).compactMap(\.value.first)
    return (leading.count, votes, dissenting.sorted { $0.key < $1.key }.map(\.value), Array(examples))
  }
}

extension Message {
  fileprivate static func reversed(_ order: Order, copies: Int, votes: Int, of total: Int) -> Message {
    let others = copies > 1 ? ", in \(copies) copies of this signature," : ""
    return """
      '\(order.earlier.text)'\(others) stands before '\(order.later.text)', while \(votes) of \(total) signatures have \
      the other order; swap them, or make both keyword-only
      """
  }
}
