import LintModel
import LintProject
import LintRuleKit
import LintSourceText

/// The names that lead in each distribution, and others for the same thing: what a renaming can make inconsistent.
package struct LeadingNames: Sendable {
  /// One parameter that could be called otherwise.
  struct Site: Sendable {
    var range: SourceRange
    var other: String
  }

  private let vocabulary: Vocabulary
  /// By distribution: canonical name to another name of its concept, or of its count.
  private var concepts: [String: [String: String]] = [:]
  private var counts: [String: [String: String]] = [:]
  /// The fewest uses with which a name still leads after one is renamed, and its least share.
  private static let leading = LeadingShare(minimumShare: 0.85, minimumUses: 6)

  /// Names nothing: a project without a vocabulary.
  init() { vocabulary = Vocabulary() }

  init(_ repository: RepositoryVocabulary) {
    vocabulary = repository.vocabulary
    for package in repository.packageVocabularies {
      let folder = package.distribution
      for entry in package.entries(vocabulary, Self.leading) {
        guard entry.state == .settled || entry.state == .led, let word = entry.word,
          entry.names.first?.name == word, entry.share >= Self.leading.minimumShare
        else { continue }
        if let count = CountName(canonical: word) {
          counts[folder, default: [:]][word] = count.affix == .n ? "num_\(word.dropFirst(2))" : Self.short(word, count)
        } else if let other = other(than: word, in: entry.id) {
          concepts[folder, default: [:]][word] = other
        }
      }
    }
  }

  /// `num_heads` is `n_heads`.
  private static func short(_ word: String, _ count: CountName) -> String {
    word.hasPrefix("num_") ? "n_\(word.dropFirst(4))" : "num_\(count.noun)s"
  }

  /// Another name of a concept that a project may use by mistake.
  private func other(than word: String, in id: String) -> String? {
    guard let concept = vocabulary.concepts.first(where: { $0.concept == id }), concept.isEnabled,
      concept.needsPreferredName != true
    else { return nil }
    let set = concept.names.first { $0.contains(word) } ?? []
    let allowed = (concept.contractNames ?? []) + (concept.exceptions ?? [])
    return set.first { $0 != word && !allowed.contains($0) }
  }

  /// The public parameters of a file that have a leading name of a concept, each with another name.
  func conceptSites(in file: SourceFile) -> [Site] { sites(in: file, concepts) }

  /// The same of numbers of things: `num_heads`.
  func countSites(in file: SourceFile) -> [Site] { sites(in: file, counts) }

  private func sites(in file: SourceFile, _ names: [String: [String: String]]) -> [Site] {
    guard let words = names[file.reference.distribution] ?? names[""],
      let facts = RepositoryVocabulary.facts(in: file, vocabulary)
    else { return [] }
    return facts.facts.flatMap { signature -> [Site] in
      guard signature.surface == .parameters, signature.isPublic, !signature.isOverride,
        signature.publication == .none
      else { return [] }
      return signature.parameters.compactMap { parameter in
        guard !signature.prescribed.contains(parameter.name), let other = words[parameter.name] else { return nil }
        return Site(range: parameter.range, other: other)
      }
    }
  }
}
