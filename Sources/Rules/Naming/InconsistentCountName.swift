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
    for package in repositoryVocabulary.packageVocabularies {
      for (noun, counts) in package.counts
      where !repositoryVocabulary.vocabulary.hasPreferredName(forNumberOf: noun) {
        let isAmbiguous = repositoryVocabulary.vocabulary.isAmbiguous(numberOf: noun)
        for verdict in counts.verdicts(minimumShare: options.minimumShare, minimumUses: options.minimumUses) {
          for slip in verdict.slips
          where !slip.contains(where: { hasAlikeSibling($0, in: package) })
            && (!isAmbiguous || slip.contains { countsTheSame($0, verdict) })
          {
            collector.add(.inconsistent(slip, verdict, package), slip: slip, from: verdict)
          }
        }
      }
    }
  }

  /// Whether the signature counts something else with the same affix, which the project never counts otherwise:
  /// `n_samples` beside `n_timesteps`.
  private func hasAlikeSibling(_ use: NameCounts.Use, in package: PackageVocabulary) -> Bool {
    guard let own = CountName(canonical: use.parameter.name) else { return false }
    return use.place.signature.shape.split(separator: ",").contains { name in
      guard let other = CountName(canonical: String(name)), other.affix == own.affix, other.noun != own.noun,
        let counts = package.counts.first(where: { $0.noun == other.noun })?.counts
      else { return false }
      return counts.ranked().first.flatMap { CountName(canonical: $0.name) }?.affix == own.affix
    }
  }

  /// Whether something says that two names count the same: one is passed for the other, or their documentation shares
  /// words.
  private func countsTheSame(_ use: NameCounts.Use, _ verdict: NameCounts.NameVerdict) -> Bool {
    if use.parameter.passedAs.contains(verdict.leader) { return true }
    let words = Self.words(of: use)
    return verdict.leading.contains { other in
      other.parameter.passedAs.contains(use.parameter.name) || Self.words(of: other).intersection(words).count > 1
    }
  }

  /// What the first sentence of its documentation says, without the words that all counts have.
  private static func words(of use: NameCounts.Use) -> Set<Substring> {
    let own = use.parameter.name.split(separator: "_")
    let sentence = use.parameter.documentation.prefix { $0 != "." && $0 != "\n" }
    return Set(sentence.split { !$0.isLetter }).filter { word in
      word.count > 3 && !common.contains(word) && !own.contains { $0.hasPrefix(word) || word.hasPrefix($0) }
    }
  }

  private static let common: Set<Substring> = [
    "number", "default", "integer", "optional", "this", "that", "with", "from", "each", "used", "will", "should",
    "there", "which", "when", "them", "returned", "list", "must", "than", "into", "only",
  ]
}

extension Message {
  fileprivate static func inconsistent(
    _ slip: [NameCounts.Use], _ verdict: NameCounts.NameVerdict, _ package: PackageVocabulary
  ) -> Message {
    let name = slip.first?.parameter.text ?? ""
    let leader = slip.first.map(verdict.word) ?? verdict.leader
    return """
      '\(name)'\(slip.repetition) is called '\(leader)' in \(verdict.evidence(in: package)); \
      rename it, and keep the old name as a deprecated alias
      """
  }
}
