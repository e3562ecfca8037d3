import LintModel
import LintRuleKit

/// Two parameters that go together stand in one order here and in the other there.
struct InconsistentParameterOrder: VocabularyRule {
  struct Options: RuleOptions {
    /// Share of the signatures that the leading order must have before the other is reported.
    var minimumShare: Double
    /// Signatures that must hold the pair at all.
    var minimumUses: Int
  }

  let options: Options

  func check(_ glossary: Glossary, _ report: inout Report) {
    for (_, ballot) in glossary.dialects.flatMap(\.orders) {
      guard let verdict = ballot.verdict(minimumShare: options.minimumShare, minimumVotes: options.minimumUses)
      else { continue }
      for family in verdict.dissent {
        guard let (order, place) = family.first(where: \.place.signature.isPublic) else { continue }
        report.add(
          .reversed(order, copies: family.count, votes: verdict.leaderVotes, of: verdict.votes),
          at: place.location(of: order.earlier), symbol: place.signature.symbol,
          related: verdict.examples.map { Evidence("the other order here", at: $1.location(of: $0.earlier)) },
          confidence: verdict.confidence)
      }
    }
  }
}

extension Message {
  fileprivate static func reversed(_ order: ParameterOrder, copies: Int, votes: Int, of total: Int) -> Message {
    let others = copies > 1 ? ", in \(copies) copies of this signature," : ""
    return """
      '\(order.earlier.text)'\(others) stands before '\(order.later.text)', while \(votes) of \(total) signatures have \
      the other order; swap them, or make both keyword-only
      """
  }
}
