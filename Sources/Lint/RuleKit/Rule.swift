import LintModel
import LintSourceText

/// One check. A rule is a small value: its options, `check`, and its messages last in its file.
///
/// Its id comes from its type's name (`InconsistentName`: `inconsistent-name`), its documentation, defaults and tests
/// from the page of that id under `Rules/`.
package protocol Rule: Sendable {
  associatedtype Options: RuleOptions = NoOptions
  init(options: Options)
  /// For rules about names; the others need not have it.
  init(options: Options, vocabulary: Vocabulary)
}

extension Rule {
  package init(options: Options, vocabulary: Vocabulary) { self.init(options: options) }
}

extension Rule {
  /// The rule's name in kebab case: `inconsistent-name`.
  package static var id: String {
    // `String(describing:)` would look for conformances of every rule's type first: a millisecond each start.
    Name.canonical(_typeName(Self.self, qualified: false)).replacing("_", with: "-")
  }
}

/// A rule that needs one file at a time.
package protocol FileRule: Rule {
  func check(_ file: SourceFile, _ collector: inout FindingCollector)
}

/// A rule that compares files: it boils each file down to facts, in parallel, and then judges all facts at once.
package protocol ProjectRule: Rule {
  /// Compact and independent of the file's text, which is gone when `check` runs.
  associatedtype Fact: Sendable
  func facts(in file: SourceFile) -> [Fact]
  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector)
}

extension ProjectRule where Fact == NoFact {
  package func facts(in file: SourceFile) -> [NoFact] { [] }
}

/// A rule about names: it queries the repository's vocabulary, which is inferred once for all such rules.
package protocol VocabularyRule: Rule {
  func check(_ repositoryVocabulary: RepositoryVocabulary, _ collector: inout FindingCollector)
}
