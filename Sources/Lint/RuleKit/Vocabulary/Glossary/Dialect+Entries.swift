extension Dialect {
  /// The concepts that have names here, in the order of the vocabulary.
  package func entries(_ vocabulary: Vocabulary, _ leading: LeadingShare) -> [GlossaryEntry] {
    concepts.map { candidate, ballot in
      let concept = vocabulary.concepts[candidate.concept]
      var entry = GlossaryEntry(
        id: concept.concept, meaning: concept.meaning, ballot, houseWord: vocabulary.houseWord(of: candidate), leading)
      entry.note = concept.note
      return entry
    }
  }

  /// What is counted here, but for what a concept of the vocabulary covers.
  package func countEntries(_ vocabulary: Vocabulary, _ leading: LeadingShare) -> [GlossaryEntry] {
    counts.compactMap { noun, ballot in
      guard !ballot.uses.keys.allSatisfy(vocabulary.knows) else { return nil }
      let meaning = "the number of \(CountName.plural(noun).replacing("_", with: " "))"
      return GlossaryEntry(id: noun, meaning: meaning, ballot, houseWord: nil, leading)
    }
  }

  /// How often each affix counts something, most first: distinct signatures, each thing in them once.
  package var affixes: [(affix: CountName.Affix, votes: Int)] {
    var votes: [CountName.Affix: Int] = [:]
    for (_, ballot) in counts {
      for (name, families) in ballot.ranked() {
        if let affix = CountName(canonical: name)?.affix { votes[affix, default: 0] += families.count }
      }
    }
    return votes.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }.map { ($0.key, $0.value) }
  }
}
