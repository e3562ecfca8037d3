import LintModel
import LintRuleKit

/// The same count has two names, such as `num_heads` and `n_heads`.
struct InconsistentCountName: VocabularyRule {
  struct Options: RuleOptions {
    /// Minimum share of signatures that must use the dominant name before the others are reported.
    var minimumShare: Double
    /// Minimum number of signatures that must have a parameter for this count.
    var minimumUses: Int
  }

  let options: Options

  func check(_ repositoryVocabulary: RepositoryVocabulary, _ collector: inout FindingCollector) {
    for (noun, counts) in repositoryVocabulary.packageVocabularies.flatMap(\.counts)
    where !repositoryVocabulary.vocabulary.hasPreferredName(forNumberOf: noun) {
      for verdict in counts.verdicts(minimumShare: options.minimumShare, minimumUses: options.minimumUses) {
        for family in verdict.minority {
          collector.add(.inconsistent(family, verdict), minority: family, from: verdict)
        }
      }
    }
  }
}

extension Message {
  fileprivate static func inconsistent(_ family: [NameCounts.Use], _ verdict: NameCounts.NameVerdict) -> Message {
    let name = family.first?.parameter.text ?? ""
    let leader = family.first.map(verdict.word) ?? verdict.leader
    let copies = family.count > 1 ? " (in \(family.count) copies of this signature)" : ""
    return """
      '\(name)'\(copies) is called '\(leader)' elsewhere (\(verdict.leaderCount) of \(verdict.uses) \(verdict.places)); \
      rename it, and keep the old name as a deprecated alias
      """
  }
}
