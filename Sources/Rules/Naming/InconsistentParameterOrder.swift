import LintModel
import LintRuleKit
import LintSourceText

/// Two related parameters are in the opposite order from most other signatures.
struct InconsistentParameterOrder: VocabularyRule {
  struct Options: RuleOptions {
    /// Minimum share of signatures that must use the leading order before the opposite order is reported.
    var minimumShare: Double
    /// Minimum number of signatures that must have both parameters.
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
          .reversed(
            order, copies: family.count, votes: verdict.leaderVotes, of: verdict.votes, in: place.file.language),
          at: place.location(of: order.earlier), symbol: place.signature.symbol,
          related: verdict.examples.map { Evidence("the opposite order here", at: $1.location(of: $0.earlier)) },
          confidence: verdict.confidence)
      }
    }
  }
}

extension Message {
  fileprivate static func reversed(
    _ order: ParameterOrder, copies: Int, votes: Int, of total: Int, in language: Language
  ) -> Message {
    let others = copies > 1 ? " (in \(copies) copies of this signature)" : ""
    let advice = language == .swift ? "swap them" : "swap them, or make both keyword-only"
    return """
      '\(order.earlier.text)' comes before '\(order.later.text)'\(others), but \(votes) of \(total) signatures have \
      the opposite order; \(advice)
      """
  }
}
