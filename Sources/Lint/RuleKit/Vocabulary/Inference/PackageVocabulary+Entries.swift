extension PackageVocabulary {
  /// The concepts that have names here, in the order of the vocabulary.
  package func entries(_ vocabulary: Vocabulary, _ leading: LeadingShare) -> [VocabularyEntry] {
    concepts.map { candidate, counts in
      let concept = vocabulary.concepts[candidate.concept]
      var entry = VocabularyEntry(
        id: concept.concept, meaning: concept.meaning, counts, preferredName: vocabulary.preferredName(of: candidate),
        leading)
      entry.note = concept.note
      return entry
    }
  }

  /// What is counted here, but for what a concept of the vocabulary covers.
  package func countEntries(_ vocabulary: Vocabulary, _ leading: LeadingShare) -> [VocabularyEntry] {
    counts.compactMap { noun, counts in
      guard !counts.uses.keys.allSatisfy(vocabulary.knows) else { return nil }
      let meaning = "the number of \(CountName.plural(noun).replacing("_", with: " "))"
      return VocabularyEntry(id: noun, meaning: meaning, counts, preferredName: nil, leading)
    }
  }

  /// How often each affix counts something, most first: distinct signatures, each thing in them once.
  package var affixes: [(affix: CountName.Affix, uses: Int)] {
    var uses: [CountName.Affix: Int] = [:]
    for (_, counts) in counts {
      for (name, families) in counts.ranked() {
        if let affix = CountName(canonical: name)?.affix { uses[affix, default: 0] += families.count }
      }
    }
    return uses.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }.map { ($0.key, $0.value) }
  }
}
