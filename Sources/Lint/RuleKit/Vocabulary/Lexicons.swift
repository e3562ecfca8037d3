import LintSerialization
import LintSourceText

/// Word lists for rules about single names: the contents of `Rules/vocabulary/` except concepts and orders.
package struct Lexicons: Sendable {
  package private(set) var friction: [ExclusionaryWord] = []
  package private(set) var verbs: [VerbGroup] = []
  package private(set) var implementation: [ImplementationTerm] = []
  package private(set) var frameworks: [FrameworkProfile] = []
  package private(set) var generic = GenericWords()
  package private(set) var fixed = FixedNames()
  package private(set) var excludedPaths = ExcludedPaths()

  package init() {}

  /// Takes up a file of words; false if the file holds something else.
  mutating func read(_ node: YAMLNode, path: String) throws(YAMLError) -> Bool {
    switch path.split(separator: "/").last {
    case "friction.yml": friction += try StrictDecoder.decode(Terms<ExclusionaryWord>.self, from: node).terms
    case "verbs.yml": verbs += try StrictDecoder.decode(Terms<VerbGroup>.self, from: node).terms
    case "implementation.yml":
      implementation += try StrictDecoder.decode(Terms<ImplementationTerm>.self, from: node).terms
    case "frameworks.yml": frameworks += try StrictDecoder.decode(Terms<FrameworkProfile>.self, from: node).terms
    case "generic.yml": generic = try StrictDecoder.decode(from: node)
    case "folders.yml": excludedPaths = try StrictDecoder.decode(from: node)
    case "fixed.yml": fixed = try StrictDecoder.decode(from: node)
    default: return false
    }
    return true
  }

  private struct Terms<Term: Decodable>: Decodable {
    var terms: [Term]
  }
}

/// An exclusionary term and its alternatives.
package struct ExclusionaryWord: Decodable, Sendable {
  package var term: String
  /// As it is met, words joined by underscores: `white_list`.
  package var forms: [String]
  /// The better words, best first.
  package var use: [String]
  /// Words one of which must follow, in a name or in prose, for the word to have this meaning.
  package var before: [String]?
  /// Words one of which must be before it in a name.
  package var after: [String]?
  /// Words that make it another tool's, or another meaning, where they follow.
  package var notBefore: [String]?
  package var note: String

  /// A word that a project adds: it always counts.
  package init(term: String) {
    self.term = term
    forms = [Name.canonical(term)]
    use = []
    note = ""
  }
}

/// Verbs that people take for one action.
package struct VerbGroup: Decodable, Sendable {
  package var action: String
  package var verbs: [String]
  /// True if the verbs never mean different things: one of them is the project's choice for every object.
  package var interchangeable: Bool?
  package var note: String
}

/// A word that refers to the implementation.
package struct ImplementationTerm: Decodable, Sendable {
  package var term: String
  /// Words joined by underscores.
  package var forms: [String]
  /// Whole names that say it.
  package var names: [String]?
  /// True if only a switch (a boolean, or a name that begins with `use`) gives it away.
  package var switchOnly: Bool?
  /// Words that, where they follow, make it a thing that callers care about.
  package var notBefore: [String]?
  /// What the word exposes: "how the result is computed".
  package var says: String
  package var note: String

  /// A word that a project adds.
  package init(form: String) {
    term = form
    forms = [form]
    says = "an implementation detail"
    note = ""
  }
}

/// The words that a framework's users expect of its kind of class.
package struct FrameworkProfile: Decodable, Sendable {
  package struct Kind: Decodable, Sendable {
    /// As messages name it: "a scikit-learn estimator".
    package var kind: String
    /// Last names of its base classes.
    package var bases: [String]
    /// True if other libraries' bases of these names promise the same.
    package var hasLookalikes: Bool?
    /// Concepts of the vocabulary whose convention binds this kind.
    package var concepts: [String]
    /// Further names that stand for the convention's word here, by word.
    package var names: [String: [String]]?
  }

  /// As `conventions` of a concept name it: `sklearn`.
  package var framework: String
  /// Modules that tell that a file is written for it.
  package var modules: [String]
  package var kinds: [Kind]
  package var note: String
}

/// Names that could mean anything.
package struct GenericWords: Decodable, Sendable {
  package var names: [String] = []
  /// Verbs whose object is their first parameter: `save_model(model)`.
  package var verbs: [String] = []
  /// Objects that say nothing either: `process_data(x)`.
  package var vagueObjects: [String] = []
  /// Names that are meaningless in any position.
  package var emptyNames: [String] = []
  /// Names that are meaningless when numbered: `data1`, `data2`.
  package var numberedNames: [String] = []
  /// Words of functions that take two things of one kind.
  package var symmetricFunctions: [String] = []

  package init() {}
}

/// Names that other tools prescribe, and runs of words that count as one.
package struct FixedNames: Decodable, Sendable {
  /// Options that launchers of processes pass by themselves, canonical.
  package var launcherOptions: [String] = []
  /// Runs of words that the field reads as one: `name_or_path`.
  package var phrases: [String] = []
  /// Parameters that one knows with their number: `beta_1`.
  package var numbered: [String] = []

  package init() {}
}
