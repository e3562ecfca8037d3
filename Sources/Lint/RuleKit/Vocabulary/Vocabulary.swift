import LintSourceText

/// The concepts that the naming rules know, including the project's.
package struct Vocabulary: Sendable {
  /// A concept that a name may stand for, if the concept's conditions hold.
  package struct Candidate: Hashable, Sendable {
    /// Index in `concepts`.
    package var concept: Int
    /// Index of the set of interchangeable names.
    package var set: Int

    package init(concept: Int, set: Int) {
      self.concept = concept
      self.set = set
    }
  }

  package private(set) var concepts: [Concept] = []
  private var candidates: [String: [Candidate]] = [:]
  /// Pairs of parameters whose order callers rely on.
  package private(set) var orders: [OrderPairs.Pair] = []
  private var ordered: Set<String> = []
  private var blocks: [PublishedBlocks.Block] = []
  /// What single names are made of.
  package internal(set) var lexicons = Lexicons()
  /// The word that the project has chosen for a set of names, in canonical form.
  private var preferredNames: [Candidate: String] = [:]

  /// Later concepts of the same id extend earlier ones: see `add`.
  package init(
    _ concepts: [Concept] = [], orders: [OrderPairs.Pair] = [], published blocks: [PublishedBlocks.Block] = []
  ) {
    for concept in concepts { add(concept) }
    self.blocks = blocks
    self.orders = orders
    ordered = Set(orders.flatMap { $0.first + $0.second })
  }

  /// Whether a canonical name belongs to an ordered pair. O(1).
  package func isOrdered(_ canonical: String) -> Bool { ordered.contains(canonical) }

  /// Whether a canonical name may stand for an enabled concept. O(1).
  package func knows(_ canonical: String) -> Bool {
    candidates[canonical]?.contains { concepts[$0.concept].isEnabled } ?? false
  }

  /// Whether a canonical name is one that the vocabulary knows but for one word: `max_reply_length`.
  package func knowsQualified(_ canonical: String) -> Bool { qualified(canonical) != nil }

  /// A concept with one more word: the maximum length of a completion is `max_completion_length`.
  package struct Qualified: Hashable, Comparable, Sendable {
    package var candidate: Candidate
    package var qualifier: String

    package static func < (one: Qualified, other: Qualified) -> Bool {
      (one.candidate.concept, one.candidate.set, one.qualifier)
        < (other.candidate.concept, other.candidate.set, other.qualifier)
    }
  }

  /// The concept that a canonical name stands for but for one word, which says of what it is; nil if there is none.
  package func qualified(_ canonical: String) -> Qualified? {
    let words = canonical.split(separator: "_")
    guard (3...4).contains(words.count) else { return nil }
    for index in words.indices {
      let rest = (words[..<index] + words[(index + 1)...]).joined(separator: "_")
      // What stands last is the thing itself: a `loss_fn_weight` is a weight.
      if let candidate = self[rest].first {
        let isLast = index == words.count - 1
        return Qualified(candidate: candidate, qualifier: isLast ? "…\(words[index])" : String(words[index]))
      }
    }
    return nil
  }

  /// Whether the field, rather than the project, chose the names of a signature: all of them, joined by commas.
  package func publication(of shape: String) -> NamedSignature.Publication {
    let found = blocks(in: shape)
    if found.contains(where: { $0.mirror == true }) { return .mirror }
    return found.contains { $0.names == nil } ? .block : .none
  }

  /// The names of a signature that are another library's, one by one.
  func prescribedNames(in shape: String) -> Set<String> { Set(blocks(in: shape).flatMap { $0.names ?? [] }) }

  private func blocks(in shape: String) -> [PublishedBlocks.Block] {
    // The bytes of most shapes lack a word of every block, which tells sooner than their names.
    let near = blocks.filter { $0.parameters.allSatisfy { shape.contains($0) } }
    guard !near.isEmpty else { return [] }
    let names = shape.split(separator: ",")
    return near.filter { $0.parameters.allSatisfy { part in names.contains { $0 == part } } }
  }

  /// The enabled concepts that a canonical name (`Name.canonical`) may stand for. O(1).
  package subscript(canonical: String) -> [Candidate] {
    (candidates[canonical] ?? []).filter { concepts[$0.concept].isEnabled }
  }

  /// Adds a concept of the project. One of a known id gains names and is enabled, unless it says otherwise.
  ///
  /// A set that shares a name with a known one joins it; names are taken in any casing.
  package mutating func add(_ concept: Concept) {
    guard let index = concepts.firstIndex(where: { $0.concept == concept.concept }) else {
      var concept = concept
      concept.names = concept.names.map { $0.map(Name.canonical) }
      concepts.append(concept)
      for set in concept.names.indices { register(concepts.count - 1, set, concept.names[set]) }
      return
    }
    concepts[index].enabled = concept.isEnabled
    if let conditions = concept.conditions { concepts[index].conditions = conditions }
    if let exceptions = concept.exceptions { concepts[index].exceptions = exceptions }
    for names in concept.names.map({ $0.map(Name.canonical) }) {
      let known = concepts[index].names
      let set = known.firstIndex { !Set($0).isDisjoint(with: names) } ?? known.count
      if set == known.count { concepts[index].names.append([]) }
      let added = names.filter { !concepts[index].names[set].contains($0) }
      concepts[index].names[set] += added
      register(index, set, added)
    }
  }

  /// The word that the project's configuration chose among a set of names; it beats what most signatures say.
  package func preferredName(of candidate: Candidate) -> String? { preferredNames[candidate] }

  /// Whether the project has chosen how to write the number of something, given as `CountName` has it.
  package func hasPreferredName(forNumberOf noun: String) -> Bool {
    preferredNames.values.contains { CountName(canonical: $0)?.noun == noun }
  }

  /// Whether words for the number of something, given as `CountName` has it, count several things.
  package func isAmbiguous(numberOf noun: String) -> Bool {
    concepts.contains { concept in
      concept.isAmbiguous == true && concept.names.joined().contains { CountName(canonical: $0)?.noun == noun }
    }
  }

  /// Makes a word lead a set of names.
  mutating func choose(_ word: String, of candidate: Candidate) { preferredNames[candidate] = word }

  private mutating func register(_ concept: Int, _ set: Int, _ names: [String]) {
    for name in names { candidates[name, default: []].append(Candidate(concept: concept, set: set)) }
  }
}
