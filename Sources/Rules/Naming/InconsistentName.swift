import Lint

/// One concept goes by two names across a repository, whatever the language.
///
/// Statistics alone would flag what is right: a repository mixes `eps` and `epsilon` for two things as often as for
/// one. So a name counts only where the concept's conditions hold, names that meet in one signature are no synonyms,
/// another library's contract is not a choice, and one name must lead clearly.
struct InconsistentName: VocabularyRule {
  struct Options: RuleOptions {
    /// Share of the signatures that the leading name must have before the others are reported.
    var minimumShare: Double
    /// Signatures that must have the concept at all.
    var minimumUses: Int
  }

  let options: Options

  func check(_ glossary: Glossary, _ report: inout Report) {
    for (candidate, ballot) in glossary.dialects.flatMap(\.concepts) {
      let concept = glossary.vocabulary.concepts[candidate.concept]
      let verdicts = ballot.verdicts(
        minimumShare: options.minimumShare, minimumVotes: options.minimumUses,
        houseWord: glossary.vocabulary.houseWord(of: candidate))
      for verdict in verdicts where verdict.isChosen || concept.needsHouseWord != true {
        let excused = (verdict.isChosen ? [] : concept.contractNames ?? []) + (concept.exceptions ?? [])
        let dissent = verdict.dissent.filter { family in
          !isCountOfSame(family, as: verdict.leader) && !excused.contains(family.first?.parameter.name ?? "")
        }
        for family in dissent {
          report.add(.inconsistent(family, concept.meaning, verdict), dissent: family, from: verdict)
        }
      }
    }
  }

  /// `n_heads` beside `num_heads` is the matter of `inconsistent-count-name`.
  private func isCountOfSame(_ family: [Ballot.Use], as leader: String) -> Bool {
    guard let name = family.first?.parameter.name, let count = CountName(canonical: name) else { return false }
    return count.noun == CountName(canonical: leader)?.noun
  }
}

extension Message {
  fileprivate static func inconsistent(_ family: [Ballot.Use], _ meaning: String, _ verdict: Ballot.Verdict) -> Message
  {
    let name = family.first?.parameter.text ?? ""
    let leader = family.first.map(verdict.word) ?? verdict.leader
    let copies = family.count > 1 ? ", in \(family.count) copies of this signature," : ""
    let evidence =
      verdict.isChosen
      ? "this project calls it '\(leader)'"
      : "'\(leader)' in \(verdict.leaderVotes) of \(verdict.votes) \(verdict.places)"
    return "'\(name)'\(copies) is a second name for \(meaning) (\(evidence)); rename it, or alias it"
  }
}
