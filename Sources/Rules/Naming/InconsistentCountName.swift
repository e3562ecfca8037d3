import LintModel
import LintRuleKit

/// The number of one thing is `num_heads` here and `n_heads` there.
struct InconsistentCountName: VocabularyRule {
  struct Options: RuleOptions {
    /// Share of the signatures that the leading spelling must have before the others are reported.
    var minimumShare: Double
    /// Signatures that must count the thing at all.
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
    let copies = family.count > 1 ? " in \(family.count) copies of this signature" : ""
    return """
      '\(name)'\(copies) counts what '\(leader)' counts in \(verdict.leaderVotes) of \(verdict.votes) \(verdict.places); \
      rename it, or accept both for a while
      """
  }
}
