import LintRuleKit

/// One distribution's vocabulary, sorted by what a maintainer does with it.
struct VocabularyReport {
  let title: String
  /// No name leads: choose one.
  let split: [VocabularyEntry]
  /// One name leads, and others remain.
  let led: [VocabularyEntry]
  /// One name only, or the project's choice without exceptions.
  let settled: [VocabularyEntry]
  /// Two names with two meanings.
  let apart: [VocabularyEntry]
  let rare: [VocabularyEntry]
  let affixes: [(affix: CountName.Affix, uses: Int)]
  let orders: [(pair: OrderPairs.Pair, counts: OrderCounts)]

  /// Concepts and counts alike.
  var entries: [VocabularyEntry] { split + led + settled + apart + rare }
  var uses: Int { entries.reduce(0) { $0 + $1.uses } }
  /// Nothing occurs often enough to report.
  var isEmpty: Bool { split.isEmpty && led.isEmpty && settled.isEmpty && apart.isEmpty }

  init(_ packageVocabulary: PackageVocabulary, _ vocabulary: Vocabulary, _ leading: LeadingShare, root: String) {
    let folder = packageVocabulary.distribution
    title = folder.isEmpty ? String(root.split(separator: "/").last ?? "/") : folder
    let concepts = packageVocabulary.entries(vocabulary, leading)
    // A count is worth a line where its name is in doubt, or where much is counted.
    let counts = packageVocabulary.countEntries(vocabulary, leading).filter { $0.names.count > 1 || $0.uses >= 5 }
    let all = (concepts + counts).sorted { ($0.uses, $1.id) > ($1.uses, $0.id) }
    split = all.filter { $0.state == .split }
    led = all.filter { ($0.state == .led || $0.state == .chosen) && $0.names.count > 1 }
    settled = all.filter { $0.state == .settled || $0.state == .chosen && $0.names.count == 1 }
    apart = all.filter { $0.state == .apart }
    rare = all.filter { $0.state == .rare }
    affixes = packageVocabulary.affixes
    orders = packageVocabulary.orders.filter { $0.counts.uses > 1 }
  }

  /// "3 signatures, 2 options"
  static func counts(of usage: VocabularyEntry.Usage) -> String {
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
  static func packages(of usage: VocabularyEntry.Usage, limit: Int = 3) -> String {
    let shown = usage.packages.prefix(limit).map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    let rest = usage.packages.count - limit
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }
}
