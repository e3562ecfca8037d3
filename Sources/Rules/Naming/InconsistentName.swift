import LintModel
import LintRuleKit

/// The same concept has two names in a repository, across all languages.
///
/// Statistics alone would give false positives: a repository mixes `eps` and `epsilon` for two things as often as for
/// one. So a name counts only if the concept's conditions hold, names that occur in one signature are not synonyms,
/// names that another library prescribes are not a choice, and one name must lead clearly.
struct InconsistentName: VocabularyRule {
  struct Options: RuleOptions {
    /// Minimum share of signatures that must use the leading name before the others are reported.
    var minimumShare: Double
    /// Minimum number of signatures that must use the concept.
    var minimumUses: Int
    /// Minimum number of concepts without a leading name before a note asks the project to choose.
    var minimumSplits: Int
  }

  let options: Options

  func check(_ glossary: Glossary, _ report: inout Report) {
    for dialect in glossary.dialects {
      reportSlips(in: dialect, glossary.vocabulary, &report)
      reportSplits(in: dialect, glossary.vocabulary, &report)
    }
  }

  /// Names that differ from the leading one.
  private func reportSlips(in dialect: Dialect, _ vocabulary: Vocabulary, _ report: inout Report) {
    for (candidate, ballot) in dialect.concepts {
      let concept = vocabulary.concepts[candidate.concept]
      let verdicts = ballot.verdicts(
        minimumShare: options.minimumShare, minimumVotes: options.minimumUses,
        houseWord: vocabulary.houseWord(of: candidate))
      for verdict in verdicts where verdict.isChosen || concept.needsHouseWord != true {
        let excused = (verdict.isChosen ? [] : concept.contractNames ?? []) + (concept.exceptions ?? [])
        let dissent = verdict.dissent.filter { family in
          (verdict.isChosen || !isCountOfSame(family, as: verdict.leader))
            && !excused.contains(family.first?.parameter.name ?? "")
        }
        for family in dissent {
          report.add(.inconsistent(family, concept.meaning, verdict), dissent: family, from: verdict)
        }
      }
    }
  }

  /// One finding for all concepts without a leading name.
  private func reportSplits(in dialect: Dialect, _ vocabulary: Vocabulary, _ report: inout Report) {
    let splits = dialect.concepts.compactMap { candidate, ballot -> (concept: Concept, names: [Ballot.Share])? in
      let concept = vocabulary.concepts[candidate.concept]
      guard concept.risk == .low, concept.needsHouseWord != true, vocabulary.houseWord(of: candidate) == nil else {
        return nil
      }
      return ballot.split(minimumShare: options.minimumShare).map { (concept, $0) }
    }.sorted { ($0.names[0].votes, $1.concept.concept) > ($1.names[0].votes, $0.concept.concept) }
    guard splits.count >= options.minimumSplits, let second = splits.first?.names[1].examples.first else { return }
    let shown = splits.prefix(5).flatMap { $0.names.prefix(2) }.dropFirst(2).prefix(5)
    let evidence = shown.compactMap { name in
      name.examples.first.map { Evidence("'\($0.parameter.text)' here", at: $0.location) }
    }
    report.add(
      .split(splits), at: second.location, symbol: second.place.signature.symbol, related: Array(evidence),
      ceiling: .note)
  }

  /// `inconsistent-count-name` reports `n_heads` next to `num_heads`.
  private func isCountOfSame(_ family: [Ballot.Use], as leader: String) -> Bool {
    guard let name = family.first?.parameter.name, let count = CountName(canonical: name) else { return false }
    return count.noun == CountName(canonical: leader)?.noun
  }
}

extension Message {
  fileprivate static func split(_ splits: [(concept: Concept, names: [Ballot.Share])]) -> Message {
    let things = splits.prefix(5).map { concept, names in
      let shares = names.map { "'\($0.text)' \($0.votes)" }.joined(separator: ", ")
      return "\(concept.meaning) (\(shares))"
    }
    let rest = splits.count - things.count
    let list = (things + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
    return """
      no name leads for \(list); choose under 'vocabulary' in mllint.yml (see 'mllint init --vocabulary')
      """
  }

  fileprivate static func inconsistent(_ family: [Ballot.Use], _ meaning: String, _ verdict: Ballot.Verdict) -> Message
  {
    let name = family.first?.parameter.text ?? ""
    let leader = family.first.map(verdict.word) ?? verdict.leader
    let copies = family.count > 1 ? " (in \(family.count) copies of this signature)" : ""
    let evidence =
      verdict.isChosen
      ? "this project calls it '\(leader)'"
      : "'\(leader)' in \(verdict.leaderVotes) of \(verdict.votes) \(verdict.places)"
    return "'\(name)'\(copies) is a second name for \(meaning) (\(evidence)); rename it, or add an alias"
  }
}
