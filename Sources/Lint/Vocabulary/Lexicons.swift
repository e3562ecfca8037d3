/// Words that rules about single names look into: what `Rules/vocabulary/` holds beside concepts and orders.
public struct Lexicons: Sendable {
  public private(set) var friction: [FrictionWord] = []
  public private(set) var verbs: [VerbGroup] = []
  public private(set) var implementation: [ImplementationTerm] = []
  public private(set) var frameworks: [FrameworkProfile] = []
  public private(set) var generic = GenericWords()
  public private(set) var fixed = FixedNames()

  public init() {}

  /// Takes up a file of words; false where the file holds something else.
  mutating func read(_ node: YAMLNode, path: String) throws(YAMLError) -> Bool {
    switch path.split(separator: "/").last {
    case "friction.yml": friction += try StrictDecoder.decode(Terms<FrictionWord>.self, from: node).terms
    case "verbs.yml": verbs += try StrictDecoder.decode(Terms<VerbGroup>.self, from: node).terms
    case "implementation.yml":
      implementation += try StrictDecoder.decode(Terms<ImplementationTerm>.self, from: node).terms
    case "frameworks.yml": frameworks += try StrictDecoder.decode(Terms<FrameworkProfile>.self, from: node).terms
    case "generic.yml": generic = try StrictDecoder.decode(from: node)
    case "fixed.yml": fixed = try StrictDecoder.decode(from: node)
    default: return false
    }
    return true
  }

  private struct Terms<Term: Decodable>: Decodable {
    var terms: [Term]
  }
}

/// A word that keeps some readers away, and what to say instead.
public struct FrictionWord: Decodable, Sendable {
  public var term: String
  /// As it is met, words joined by underscores: `white_list`.
  public var forms: [String]
  /// The better words, best first.
  public var use: [String]
  /// Words one of which must follow, in a name or in prose, for the word to have this meaning.
  public var before: [String]?
  /// Words one of which must stand before it in a name.
  public var after: [String]?
  /// Words that make it another tool's, or another meaning, where they follow.
  public var notBefore: [String]?
  public var note: String

  /// A word that a project adds: it always counts.
  public init(term: String) {
    self.term = term
    forms = [Name.canonical(term)]
    use = []
    note = ""
  }
}

/// Verbs that people take for one action.
public struct VerbGroup: Decodable, Sendable {
  public var action: String
  public var verbs: [String]
  /// True where the verbs never mean different things: one of them is the house's for every object.
  public var interchangeable: Bool?
  public var note: String
}

/// A word by which a parameter speaks of the machinery.
public struct ImplementationTerm: Decodable, Sendable {
  public var term: String
  /// Words joined by underscores.
  public var forms: [String]
  /// Whole names that say it.
  public var names: [String]?
  /// True where only a switch (a boolean, or a name that begins with `use`) gives it away.
  public var switchOnly: Bool?
  /// Words that, where they follow, make it a thing that callers care about.
  public var notBefore: [String]?
  /// What the word says: "how it is computed".
  public var says: String
  public var note: String

  /// A word that a project adds.
  public init(form: String) {
    term = form
    forms = [form]
    says = "of the machinery"
    note = ""
  }
}

/// The words that a framework's users expect of its kind of class.
public struct FrameworkProfile: Decodable, Sendable {
  public struct Kind: Decodable, Sendable {
    /// As messages name it: "a scikit-learn estimator".
    public var kind: String
    /// Last names of its base classes.
    public var bases: [String]
    /// True where other libraries' bases of these names promise the same.
    public var isImitated: Bool?
    /// Concepts of the vocabulary whose convention binds this kind.
    public var concepts: [String]
    /// Further names that stand for the convention's word here, by word.
    public var names: [String: [String]]?
  }

  /// As `conventions` of a concept name it: `sklearn`.
  public var framework: String
  /// Modules that tell that a file is written for it.
  public var modules: [String]
  public var kinds: [Kind]
  public var note: String
}

/// Names that could stand for anything.
public struct GenericWords: Decodable, Sendable {
  public var names: [String] = []
  /// Verbs whose object is their first parameter: `save_model(model)`.
  public var verbs: [String] = []
  /// Objects that say nothing either: `process_data(x)`.
  public var vagueObjects: [String] = []
  /// Names that say nothing wherever they stand.
  public var emptyNames: [String] = []
  /// Names that say nothing when they are numbered on: `data1`, `data2`.
  public var numberedNames: [String] = []
  /// Words of functions that take two things of one kind.
  public var symmetricFunctions: [String] = []

  public init() {}
}

/// Names that other tools prescribe, and runs of words that count as one.
public struct FixedNames: Decodable, Sendable {
  /// Options that launchers of processes pass by themselves, canonical.
  public var launcherOptions: [String] = []
  /// Runs of words that the field reads as one: `name_or_path`.
  public var phrases: [String] = []
  /// Parameters that one knows with their number: `beta_1`.
  public var numbered: [String] = []

  public init() {}
}
