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
    /// Minimum number of signatures in which the concept must occur.
    var minimumUses: Int
    /// Minimum number of concepts without a leading name before a note asks the project to choose.
    var minimumSplits: Int
  }

  let options: Options

  func check(_ repositoryVocabulary: RepositoryVocabulary, _ collector: inout FindingCollector) {
    for packageVocabulary in repositoryVocabulary.packageVocabularies {
      reportSlips(in: packageVocabulary, repositoryVocabulary.vocabulary, &collector)
      reportQualifiedSlips(in: packageVocabulary, repositoryVocabulary.vocabulary, &collector)
      reportSplits(in: packageVocabulary, repositoryVocabulary.vocabulary, &collector)
    }
  }

  /// Names that differ from the leading one.
  private func reportSlips(
    in packageVocabulary: PackageVocabulary, _ vocabulary: Vocabulary, _ collector: inout FindingCollector
  ) {
    for (candidate, counts) in packageVocabulary.concepts {
      let concept = vocabulary.concepts[candidate.concept]
      let verdicts = counts.verdicts(
        minimumShare: options.minimumShare, minimumUses: max(options.minimumUses, concept.minimumUses ?? 0),
        preferredName: vocabulary.preferredName(of: candidate))
      for verdict in verdicts where verdict.isChosen || concept.needsPreferredName != true {
        let allowed = (verdict.isChosen ? [] : concept.contractNames ?? []) + (concept.exceptions ?? [])
        let minority = verdict.slips.filter { slip in
          (verdict.isChosen || !isCountOfSame(slip, as: verdict.leader))
            && !allowed.contains(slip.first?.parameter.name ?? "")
            && (verdict.isChosen || !slip.contains { hasOpposite($0, vocabulary) })
        }
        let names = concept.names[candidate.set]
        let qualifiers = minority.isEmpty ? nil : Qualifiers(of: names, in: packageVocabulary.names)
        for slip in minority
        where verdict.isChosen
          || !slip.contains(where: { qualifiers?.apply(to: $0, concept.conditions?.documentedAs ?? []) == true })
        {
          collector.add(
            .inconsistent(slip, concept.meaning, verdict, packageVocabulary), slip: slip, from: verdict)
        }
      }
    }
  }

  /// Names of a concept with one more word that differ from the leading one: `max_completion_len`.
  private func reportQualifiedSlips(
    in packageVocabulary: PackageVocabulary, _ vocabulary: Vocabulary, _ collector: inout FindingCollector
  ) {
    for (qualified, counts) in packageVocabulary.qualified {
      let concept = vocabulary.concepts[qualified.candidate.concept]
      guard concept.needsPreferredName != true else { continue }
      for verdict in counts.verdicts(minimumShare: options.minimumShare, minimumUses: options.minimumUses) {
        for slip in verdict.slips where slip[0].parameter.name.count < verdict.leader.count {
          collector.add(.shortened(slip, verdict), slip: slip, from: verdict)
        }
      }
    }
  }

  /// One finding for all concepts without a leading name.
  private func reportSplits(
    in packageVocabulary: PackageVocabulary, _ vocabulary: Vocabulary, _ collector: inout FindingCollector
  ) {
    let splits = packageVocabulary.concepts.compactMap {
      candidate, counts -> (concept: Concept, names: [NameCounts.Share])? in
      let concept = vocabulary.concepts[candidate.concept]
      guard concept.risk == .low, concept.needsPreferredName != true, vocabulary.preferredName(of: candidate) == nil
      else {
        return nil
      }
      return counts.split(minimumShare: options.minimumShare).map { (concept, $0) }
    }.sorted { ($0.names[0].uses, $1.concept.concept) > ($1.names[0].uses, $0.concept.concept) }
    guard splits.count >= options.minimumSplits, let second = splits.first?.names[1].examples.first else { return }
    let shown = splits.prefix(5).flatMap { $0.names.prefix(2) }.dropFirst(2).prefix(5)
    let evidence = shown.compactMap { name in
      name.examples.first.map { Evidence("'\($0.parameter.text)' here", at: $0.location) }
    }
    collector.add(
      .split(splits), at: second.location, symbol: second.place.signature.symbol, related: Array(evidence),
      ceiling: .note)
  }

  /// Whether the signature has the other end of a range under the same name, which is no slip: `max_seq_length` beside
  /// `min_seq_length`.
  private func hasOpposite(_ use: NameCounts.Use, _ vocabulary: Vocabulary) -> Bool {
    let words = use.parameter.name.split(separator: "_")
    return words.indices.contains { index in
      let opposite: Substring
      switch words[index] {
      case "max": opposite = "min"
      case "min": opposite = "max"
      default: return false
      }
      let name = (words[..<index] + [opposite] + words[(index + 1)...]).joined(separator: "_")
      return vocabulary[name].isEmpty && use.place.signature.shape.split(separator: ",").contains { $0 == name }
    }
  }

  /// `inconsistent-count-name` reports `n_heads` next to `num_heads`.
  private func isCountOfSame(_ family: [NameCounts.Use], as leader: String) -> Bool {
    guard let name = family.first?.parameter.name, let count = CountName(canonical: name) else { return false }
    return count.noun == CountName(canonical: leader)?.noun
  }
}

extension Message {
  fileprivate static func split(_ splits: [(concept: Concept, names: [NameCounts.Share])]) -> Message {
    let settings = "under 'vocabulary' in mllint.yml (see 'mllint init --vocabulary')"
    let things = splits.prefix(5).map { concept, names in
      (concept.meaning, names.map { "'\($0.text)' \($0.uses)" }.joined(separator: ", "))
    }
    if splits.count == 1, let (meaning, shares) = things.first {
      return "\(meaning) has no dominant name (\(shares)); choose one \(settings)"
    }
    var items = things.map { "\($0) (\($1))" }
    if splits.count > items.count { items.append("\(counted(splits.count - items.count, "other concept"))") }
    let last = items.popLast() ?? ""
    return """
      \(items.joined(separator: ", ")) and \(last) have no dominant name; choose one for each \(settings)
      """
  }

  fileprivate static func shortened(_ slip: [NameCounts.Use], _ verdict: NameCounts.NameVerdict) -> Message {
    let name = slip.first?.parameter.text ?? ""
    let leader = slip.first.map(verdict.word) ?? verdict.leader
    return
      "'\(name)'\(slip.repetition) abbreviates '\(leader)', the name used elsewhere; rename it, or add an alias"
  }

  fileprivate static func inconsistent(
    _ slip: [NameCounts.Use], _ meaning: String, _ verdict: NameCounts.NameVerdict, _ package: PackageVocabulary
  ) -> Message {
    let name = slip.first?.parameter.text ?? ""
    let leader = slip.first.map(verdict.word) ?? verdict.leader
    let evidence =
      verdict.isChosen
      ? "this project calls it '\(leader)'" : "'\(leader)' in \(verdict.evidence(in: package))"
    return "'\(name)'\(slip.repetition) is a second name for \(meaning) (\(evidence)); rename it, or add an alias"
  }
}
