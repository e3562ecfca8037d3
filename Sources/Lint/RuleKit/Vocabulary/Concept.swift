import LintModel

/// A concept that parameters can denote, and its names. Decoded from `Rules/vocabulary/*.yml`.
package struct Concept: Decodable, Sendable {
  package enum Risk: String, Decodable, Sendable { case low, medium, high }

  /// The conditions under which a parameter's name counts as one of the concept's; all given ones must hold.
  package struct Conditions: Decodable, Sendable, Equatable {
    /// A boolean default or annotation.
    package var boolOnly: Bool?
    /// A number by default or annotation, not a module or callable.
    package var numberOnly: Bool?
    /// The largest default that the concept has.
    package var smallDefault: Double?
    /// Phrases of documentation that establish the concept whatever the default.
    package var documentedAs: [String]?
    /// Phrases of documentation that indicate a different concept.
    package var notDocumentedAs: [String]?
    /// What the body does with it, for names of several meanings.
    package var meaning: Parameter.Meaning?
    /// Classes whose parameters of these names mean something else: parts of the class's name.
    package var notWithClass: [String]?
    /// Types that rule the concept out; `sequence` covers lists, tuples and similar types.
    package var annotationNot: [String]?
    /// Parts of the names of other parameters; the concept stands only where one of them is there.
    package var beside: [String]?
    /// Parts of the names of other parameters beside which the name means something else, or is prescribed.
    package var notBeside: [String]?

    package init(boolOnly: Bool? = nil, smallDefault: Double? = nil, meaning: Parameter.Meaning? = nil) {
      self.boolOnly = boolOnly
      self.smallDefault = smallDefault
      self.meaning = meaning
    }
  }

  /// In kebab case: `learning-rate`.
  package var concept: String
  /// As messages name it: "the learning rate".
  package var meaning: String
  /// Sets of interchangeable names in snake case; names of different sets never compete.
  package var names: [[String]]
  package var conditions: Conditions?
  /// The word of each framework: torch: dim.
  package var conventions: [String: String]?
  package var risk: Risk?
  /// False for concepts whose names have too many meanings: known, but not checked unless a project says so.
  package var enabled: Bool?
  /// True if the same words count several things: samples drawn and samples in a data set. Uses of another name are
  /// reported only where something says that they count the same.
  package var isAmbiguous: Bool?
  /// True if statistics cannot tell a mistake from a choice: uses are reported only if the project's configuration
  /// has chosen its word.
  package var needsPreferredName: Bool?
  /// Minimum number of signatures in which the concept must occur, if more than the rule asks for.
  package var minimumUses: Int?
  /// Names that frameworks prescribe in places: they may lead, but are not reported where another leads.
  package var contractNames: [String]?
  /// Names that the project allows in addition to its own.
  package var exceptions: [String]?
  /// When a mix of the names is right.
  package var note: String?

  package init(concept: String, meaning: String, names: [[String]]) {
    self.concept = concept
    self.meaning = meaning
    self.names = names
  }

  package var isEnabled: Bool { enabled ?? true }
}
