import LintRuleKit

/// One distribution's glossary, sorted by what a maintainer does with it.
struct GlossaryReport {
  let title: String
  /// Nothing is settled here: choose a word.
  let split: [GlossaryEntry]
  /// A word leads, and other names are left.
  let led: [GlossaryEntry]
  /// One name throughout, or the project's choice without a dissenter.
  let settled: [GlossaryEntry]
  /// Two names that mean two things.
  let apart: [GlossaryEntry]
  let rare: [GlossaryEntry]
  let affixes: [(affix: CountName.Affix, votes: Int)]
  let orders: [(pair: OrderPairs.Pair, ballot: OrderBallot)]

  /// Concepts and counts alike.
  var entries: [GlossaryEntry] { split + led + settled + apart + rare }
  var votes: Int { entries.reduce(0) { $0 + $1.votes } }
  /// Nothing is known well enough to be told.
  var isEmpty: Bool { split.isEmpty && led.isEmpty && settled.isEmpty && apart.isEmpty }

  init(_ dialect: Dialect, _ vocabulary: Vocabulary, _ leading: LeadingShare, root: String) {
    let folder = dialect.distribution
    title = folder.isEmpty ? String(root.split(separator: "/").last ?? "/") : folder
    let concepts = dialect.entries(vocabulary, leading)
    // A count is worth a line where its name is in doubt, or where much is counted.
    let counts = dialect.countEntries(vocabulary, leading).filter { $0.names.count > 1 || $0.votes >= 5 }
    let all = (concepts + counts).sorted { ($0.votes, $1.id) > ($1.votes, $0.id) }
    split = all.filter { $0.state == .split }
    led = all.filter { ($0.state == .led || $0.state == .chosen) && $0.names.count > 1 }
    settled = all.filter { $0.state == .settled || $0.state == .chosen && $0.names.count == 1 }
    apart = all.filter { $0.state == .apart }
    rare = all.filter { $0.state == .rare }
    affixes = dialect.affixes
    orders = dialect.orders.filter { $0.ballot.votes > 1 }
  }

  /// "3 signatures, 2 options"
  static func counts(of usage: GlossaryEntry.Usage) -> String {
    NamedSignature.Surface.allCases.compactMap { surface in
      guard let count = usage.surfaces[surface] else { return nil }
      let noun =
        switch surface {
        case .parameters: "parameter"
        case .options: "option"
        case .keys: "key"
        }
      return "\(count) \(noun)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  /// "nets.layers 3, nets.optim 1 and 2 more"
  static func packages(of usage: GlossaryEntry.Usage, limit: Int = 3) -> String {
    let shown = usage.packages.prefix(limit).map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    let rest = usage.packages.count - limit
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }
}
