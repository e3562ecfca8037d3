/// One check. A rule is a small value: its options, `check`, and its messages last in its file.
///
/// Its id comes from its type's name (`InconsistentName`: `inconsistent-name`), its documentation, defaults and tests
/// from the page of that id under `Rules/`.
public protocol Rule: Sendable {
  associatedtype Options: RuleOptions = NoOptions
  init(options: Options)
  /// For rules about names; the others need not have it.
  init(options: Options, vocabulary: Vocabulary)
}

extension Rule {
  public init(options: Options, vocabulary: Vocabulary) { self.init(options: options) }
}

/// A rule's options. Keys are the properties' names in snake case; the page holds the defaults.
public protocol RuleOptions: Decodable, Sendable {}

/// For rules without options.
public struct NoOptions: RuleOptions {
  public init() {}
}

extension Rule {
  /// The rule's name in kebab case: `inconsistent-name`.
  public static var id: String {
    // `String(describing:)` would look for conformances of every rule's type first: a millisecond each start.
    Name.canonical(_typeName(Self.self, qualified: false)).replacing("_", with: "-")
  }
}

/// A rule that needs one file at a time.
public protocol FileRule: Rule {
  func check(_ file: SourceFile, _ report: inout Report)
}

/// A rule that compares files: it boils each file down to facts, in parallel, and then judges all facts at once.
public protocol ProjectRule: Rule {
  /// Compact and independent of the file's text, which is gone when `check` runs.
  associatedtype Fact: Codable & Sendable
  func facts(in file: SourceFile) -> [Fact]
  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report)
}

/// For project rules that ask only which files there are.
public struct NoFact: Codable, Sendable {}

extension ProjectRule where Fact == NoFact {
  public func facts(in file: SourceFile) -> [NoFact] { [] }
}

/// A rule about names: it asks what the repository calls things, which is inferred once for all such rules.
public protocol VocabularyRule: Rule {
  func check(_ glossary: Glossary, _ report: inout Report)
}

/// The facts of one file.
public struct FileFacts<Fact: Sendable>: Sendable {
  public let file: FileReference
  public let facts: [Fact]

  public init(file: FileReference, facts: [Fact]) {
    self.file = file
    self.facts = facts
  }
}
