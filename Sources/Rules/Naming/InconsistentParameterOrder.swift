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

  func check(_ repositoryVocabulary: RepositoryVocabulary, _ collector: inout FindingCollector) {
    for (_, counts) in repositoryVocabulary.packageVocabularies.flatMap(\.orders) {
      guard let verdict = counts.verdict(minimumShare: options.minimumShare, minimumUses: options.minimumUses)
      else { continue }
      for family in verdict.minority {
        guard let (order, place) = family.first(where: \.place.signature.isPublic) else { continue }
        collector.add(
          .reversed(
            order, copies: family.count, uses: verdict.leaderCount, of: verdict.uses, in: place.file.language),
          at: place.location(of: order.earlier), symbol: place.signature.symbol,
          related: verdict.examples.map { Evidence("the opposite order here", at: $1.location(of: $0.earlier)) },
          confidence: verdict.confidence)
      }
    }
  }
}

extension Message {
  fileprivate static func reversed(
    _ order: ParameterOrder, copies: Int, uses: Int, of total: Int, in language: Language
  ) -> Message {
    let others = copies > 1 ? " (in \(copies) copies of this signature)" : ""
    let advice = language == .swift ? "swap them" : "swap them, or make both keyword-only"
    return """
      '\(order.earlier.text)' comes before '\(order.later.text)'\(others), but \(uses) of \(total) signatures have \
      the opposite order; \(advice)
      """
  }
}
