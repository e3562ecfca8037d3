/// One thing that a parameter can stand for, and the names that people give it. Decoded from `Rules/vocabulary/*.yml`.
public struct Concept: Decodable, Sendable {
  public enum Risk: String, Decodable, Sendable { case low, medium, high }

  /// What must hold of a parameter before its name counts as one of the concept's; all that are given must hold.
  public struct Conditions: Decodable, Sendable, Equatable {
    /// A boolean default or annotation.
    public var boolOnly: Bool?
    /// A number by default or annotation, not a module or callable.
    public var numberOnly: Bool?
    /// The largest default that the concept has.
    public var smallDefault: Double?
    /// What the body does with it, for names of several meanings.
    public var meaning: Parameter.Meaning?
    /// Classes whose parameters of these names mean something else: parts of the class's name.
    public var notWithClass: [String]?
    /// Types that rule the concept out; `sequence` stands for lists, tuples and their like.
    public var annotationNot: [String]?
    /// Parts of the names of other parameters; the concept stands only where one of them is there.
    public var beside: [String]?
    /// Parts of the names of other parameters beside which the name means something else, or is prescribed.
    public var notBeside: [String]?

    public init(boolOnly: Bool? = nil, smallDefault: Double? = nil, meaning: Parameter.Meaning? = nil) {
      self.boolOnly = boolOnly
      self.smallDefault = smallDefault
      self.meaning = meaning
    }
  }

  /// In kebab case: `learning-rate`.
  public var concept: String
  /// As messages name it: "the learning rate".
  public var meaning: String
  /// Sets of interchangeable names in snake case; names of different sets never compete.
  public var names: [[String]]
  public var conditions: Conditions?
  /// The word of each framework: torch: dim.
  public var conventions: [String: String]?
  public var risk: Risk?
  /// False for concepts whose names have too many meanings: known, but not checked unless a project says so.
  public var enabled: Bool?
  /// True where statistics do not tell a slip from a choice: uses are reported only where the project's configuration
  /// has chosen its word.
  public var needsHouseWord: Bool?
  /// Names that frameworks prescribe in places: they may lead, but are not reported where another leads.
  public var contractNames: [String]?
  /// Names that the project allows beside its own word.
  public var exceptions: [String]?
  /// When a mix of the names is right.
  public var note: String?

  public init(concept: String, meaning: String, names: [[String]]) {
    self.concept = concept
    self.meaning = meaning
    self.names = names
  }

  public var isEnabled: Bool { enabled ?? true }
}

/// One file of concepts.
public struct VocabularyTheme: Decodable, Sendable {
  public var theme: String
  public var concepts: [Concept]
}

/// `Rules/vocabulary/orders.yml`.
public struct OrderPairs: Decodable, Sendable {
  public struct Pair: Decodable, Sendable {
    public var pair: String
    /// Spellings of the parameter that comes first.
    public var first: [String]
    public var second: [String]
    /// Other parameters beside which the pair has another usual order.
    public var notWith: [String]?
    public var note: String
  }

  public var pairs: [Pair]
}
