import Lint

/// One concept goes by two names across a repository, whatever the language.
///
/// Statistics alone would flag what is right: a repository mixes `eps` and `epsilon` for two things as often as for
/// one. So a name counts only where the concept's conditions hold, names that meet in one signature are no synonyms,
/// another library's contract is not a choice, and one name must lead clearly.
struct InconsistentName: ProjectRule {
  struct Options: RuleOptions {
    /// Share of the signatures that the leading name must have before the others are reported.
    var minimumShare: Double
    /// Signatures that must have the concept at all.
    var minimumUses: Int
  }

  let options: Options
  private let vocabulary: Vocabulary

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    self.vocabulary = vocabulary
  }

  func facts(in file: SourceFile) -> [NamedSignature] {
    NamedSignature.all(in: file) { !vocabulary[$0].isEmpty }
  }

  func check(_ facts: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ report: inout Report) {
    for (_, files) in Dictionary(grouping: facts, by: \.file.distribution).sorted(by: { $0.key < $1.key }) {
      for (candidate, ballot) in ballots(of: files.ofTheHouse, project).sorted(by: {
        ($0.key.concept, $0.key.set) < ($1.key.concept, $1.key.set)
      }) {
        guard
          let verdict = ballot.verdict(
            minimumShare: options.minimumShare, minimumVotes: options.minimumUses,
            houseWord: vocabulary.houseWord(of: candidate))
        else { continue }
        let concept = vocabulary.concepts[candidate.concept]
        guard verdict.isChosen || concept.needsHouseWord != true else { continue }
        let excused = verdict.isChosen ? [] : concept.contractNames ?? []
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

  private func ballots(
    of files: [FileFacts<NamedSignature>], _ project: ProjectIndex
  ) -> [Vocabulary.Candidate: Ballot] {
    var ballots: [Vocabulary.Candidate: Ballot] = [:]
    for file in files {
      for signature in file.facts {
        let place = PlacedSignature(file: file.file, signature: signature)
        guard !place.isForeign(in: project) else { continue }
        var named: [Vocabulary.Candidate: [NamedSignature.Parameter]] = [:]
        for parameter in signature.parameters {
          for candidate in vocabulary[parameter.name] where stands(parameter, for: candidate, in: signature) {
            named[candidate, default: []].append(parameter)
          }
        }
        for (candidate, parameters) in named { ballots[candidate, default: Ballot()].add(parameters, of: place) }
      }
    }
    return ballots
  }

  /// Whether the concept's conditions hold of a parameter.
  private func stands(
    _ parameter: NamedSignature.Parameter, for candidate: Vocabulary.Candidate, in signature: NamedSignature
  ) -> Bool {
    let concept = vocabulary.concepts[candidate.concept]
    // Handed on under the concept's other name, the parameter translates between two libraries.
    let others = Set(concept.names[candidate.set]).subtracting([parameter.name])
    guard others.isDisjoint(with: parameter.passedAs) else { return false }
    // A body that makes an `image` of its `img` tells the two apart.
    guard others.isDisjoint(with: signature.assigned) else { return false }
    return ConditionTest(parameter, in: signature).satisfies(concept.conditions)
  }
}

extension Message {
  fileprivate static func inconsistent(_ family: [Ballot.Use], _ meaning: String, _ verdict: Ballot.Verdict) -> Message
  {
    let name = family.first?.parameter.text ?? ""
    let leader = verdict.examples.first?.parameter.text ?? verdict.leader
    let copies = family.count > 1 ? ", in \(family.count) copies of this signature," : ""
    let evidence =
      verdict.isChosen
      ? "this project calls it '\(leader)'" : "'\(leader)' in \(verdict.leaderVotes) of \(verdict.votes) signatures"
    return "'\(name)'\(copies) is a second name for \(meaning) (\(evidence)); rename it, or alias it"
  }
}
