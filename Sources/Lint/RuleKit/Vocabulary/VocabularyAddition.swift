import LintSerialization
import LintSourceText

/// A project's settings for one concept, under `vocabulary:`.
package struct VocabularyAddition: Decodable, Sendable {
  /// The word to use; several where a concept has several sets of names.
  package var use: Words?
  /// Further names that people give it.
  package var names: [String]?
  /// As messages name a new concept: "the noise schedule".
  package var meaning: String?
  /// Under which its names count, in place of those of a known concept.
  package var conditions: Concept.Conditions?
  /// Names that are right beside the word.
  package var exceptions: [String]?
  /// False if the project wants nothing said of it.
  package var enabled: Bool?

  /// One word, or a list of them.
  package struct Words: Decodable, Sendable {
    package var words: [String]

    package init(from decoder: any Decoder) throws {
      if let list = try YAMLNode(from: decoder).items {
        words = try list.map { try StrictDecoder.decode(from: $0) }
      } else {
        words = [try decoder.singleValueContainer().decode(String.self)]
      }
    }
  }
}

extension Vocabulary {
  /// The vocabulary with what a project's configuration says. A concept that is not known begins with these names.
  package func adding(_ additions: [String: VocabularyAddition]) -> Vocabulary {
    var result = self
    for (id, addition) in additions.sorted(by: { $0.key < $1.key }) { result.add(addition, to: id) }
    return result
  }

  private mutating func add(_ addition: VocabularyAddition, to id: String) {
    let known = concepts.first { $0.concept == id }
    let words = (addition.use?.words ?? []).map(Name.canonical)
    let names = (addition.names ?? []).map(Name.canonical)
    var sets = words.map { [$0] + (words.count == 1 ? names : []) }
    if words.count != 1, !names.isEmpty { sets.append(names) }
    // A word that the field does not know competes with those that it knows, where they are all interchangeable.
    if let known, known.names.count == 1 { sets = sets.map { $0 + known.names[0] } }
    var concept = Concept(
      concept: id, meaning: addition.meaning ?? known?.meaning ?? "the \(id.replacing("-", with: " "))", names: sets)
    concept.enabled = addition.enabled
    concept.conditions = addition.conditions
    concept.exceptions = addition.exceptions.map { $0.map(Name.canonical) }
    add(concept)
    for word in words {
      for candidate in self[word] where concepts[candidate.concept].concept == id { choose(word, of: candidate) }
    }
  }

  /// Refuses a concept that is neither known nor has names to tell apart.
  package func validate(_ additions: MarkedMapping<VocabularyAddition>) throws(YAMLError) {
    for entry in additions.entries where !concepts.contains(where: { $0.concept == entry.key }) {
      guard (entry.value.names ?? []).isEmpty else { continue }
      let nearest = Suggestion.nearest(to: entry.key, among: concepts.map(\.concept))
      throw YAMLError(
        at: entry.mark, "unknown concept '\(entry.key)'",
        advice: nearest.map { "did you mean '\($0)'?" }
          ?? "give its 'names' to add it; 'mllint vocabulary' lists those used here")
    }
  }
}
