import LintModel
import LintSourceText

/// A repository's vocabulary: inferred once from all its files and queried by every rule about names.
package struct RepositoryVocabulary: Sendable {
  /// One for each distribution, ordered by folder: two packages of one repository may have two languages.
  package let packageVocabularies: [PackageVocabulary]
  /// The words of the field and those that the project has chosen.
  package let vocabulary: Vocabulary

  /// - Parameters:
  ///   - files: What `facts(in:_:)` gives for each file.
  ///   - vocabulary: The one that the facts were collected with.
  ///   - project: Tells which signatures another library prescribes.
  package init(_ files: [FileFacts<NamedSignature>], _ vocabulary: Vocabulary, _ project: ProjectIndex) {
    self.vocabulary = vocabulary
    packageVocabularies = Self.distributions(of: files).sorted { $0.key < $1.key }.map {
      PackageVocabulary(distribution: $0.key, $0.value.firstParty, of: $0.value, vocabulary, project)
    }
  }

  /// The files of each distribution. One in Python and one in Swift, and no others, are two faces of one project.
  private static func distributions(
    of files: [FileFacts<NamedSignature>]
  ) -> [String: [FileFacts<NamedSignature>]] {
    let folders = Dictionary(grouping: files, by: \.file.distribution)
    let code = [Language.python, .swift].map { language in
      folders.filter { $0.value.contains { $0.file.language == language } }.keys
    }
    guard code.allSatisfy({ $0.count == 1 }), code[0] != code[1] else { return folders }
    return ["": files]
  }

  /// What one file contributes; nil if it has no name that the vocabulary knows.
  package static func facts(in file: SourceFile, _ vocabulary: Vocabulary) -> FileFacts<NamedSignature>? {
    let signatures = NamedSignature.all(in: file, vocabulary)
    return signatures.isEmpty ? nil : FileFacts(file: file.reference, facts: signatures)
  }
}
