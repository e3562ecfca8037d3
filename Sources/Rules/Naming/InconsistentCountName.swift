import Lint

/// The number of one thing is `num_heads` here and `n_heads` there.
struct InconsistentCountName: ProjectRule {
  struct Options: RuleOptions {
    /// Share of the signatures that the leading spelling must have before the others are reported.
    var minimumShare: Double
    /// Signatures that must count the thing at all.
    var minimumUses: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [NamedSignature] {
    NamedSignature.all(in: file) { CountName(canonical: $0) != nil }
  }

  func check(_ facts: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ report: inout Report) {
    for (_, files) in Dictionary(grouping: facts, by: \.file.distribution).sorted(by: { $0.key < $1.key }) {
      for (noun, ballot) in ballots(of: files.ofTheHouse, project).sorted(by: { $0.key < $1.key }) {
        guard let verdict = ballot.verdict(minimumShare: options.minimumShare, minimumVotes: options.minimumUses)
        else { continue }
        for family in verdict.dissent {
          report.add(.inconsistent(family, noun: noun, verdict), dissent: family, from: verdict)
        }
      }
    }
  }

  private func ballots(of files: [FileFacts<NamedSignature>], _ project: ProjectIndex) -> [String: Ballot] {
    var ballots: [String: Ballot] = [:]
    for file in files {
      for signature in file.facts {
        let place = PlacedSignature(file: file.file, signature: signature)
        guard !place.isForeign(in: project) else { continue }
        let counts = signature.parameters.compactMap { parameter in
          CountName(canonical: parameter.name).map { (noun: $0.noun, parameter: parameter) }
        }.filter { count in
          // A body that works out a `num_heads` from its `n_heads` tells the two apart.
          !signature.assigned.contains { $0 != count.parameter.name && CountName(canonical: $0)?.noun == count.noun }
        }
        for (noun, group) in Dictionary(grouping: counts, by: \.noun) {
          ballots[noun, default: Ballot()].add(group.map(\.parameter), of: place)
        }
      }
    }
    return ballots
  }
}

extension Message {
  fileprivate static func inconsistent(_ family: [Ballot.Use], noun: String, _ verdict: Ballot.Verdict) -> Message {
    let name = family.first?.parameter.text ?? ""
    let leader = verdict.examples.first?.parameter.text ?? verdict.leader
    let copies = family.count > 1 ? " in \(family.count) copies of this signature" : ""
    return """
      '\(name)'\(copies) counts what '\(leader)' counts in \(verdict.leaderVotes) of \(verdict.votes) signatures; \
      rename it, or accept both for a while
      """
  }
}
