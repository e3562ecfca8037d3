import LintModel
import LintRuleKit

/// The same count has two names, such as `num_heads` and `n_heads`.
struct InconsistentCountName: VocabularyRule {
  struct Options: RuleOptions {
    /// Minimum share of signatures that must use the leading name before the others are reported.
    var minimumShare: Double
    /// Minimum number of signatures that must have a parameter for this count.
    var minimumUses: Int
  }

  let options: Options

  func check(_ glossary: Glossary, _ report: inout Report) {
    for (noun, ballot) in glossary.dialects.flatMap(\.counts)
    where !glossary.vocabulary.hasHouseWord(forNumberOf: noun) {
      for verdict in ballot.verdicts(minimumShare: options.minimumShare, minimumVotes: options.minimumUses) {
        for family in verdict.dissent {
          report.add(.inconsistent(family, verdict), dissent: family, from: verdict)
        }
      }
    }
  }
}

extension Message {
  fileprivate static func inconsistent(_ family: [Ballot.Use], _ verdict: Ballot.Verdict) -> Message {
    let name = family.first?.parameter.text ?? ""
    let leader = family.first.map(verdict.word) ?? verdict.leader
    let copies = family.count > 1 ? " (in \(family.count) copies of this signature)" : ""
    return """
      '\(name)'\(copies) is named '\(leader)' in \(verdict.leaderVotes) of \(verdict.votes) \(verdict.places); rename \
      it, and keep the old name as a deprecated alias
      """
  }
}
