extension NamedSignature {
  /// How far the field, not this project, chose the names of a signature.
  ///
  /// Whoever knows the original of a block that goes from one project to the next, or loads its weights and
  /// configurations, expects its words: they are no slip.
  package enum Publication: String, Codable, Sendable {
    /// The project's own.
    case none
    /// A block as others know it. It still votes, as readers meet its words beside all others.
    case block
    /// A copy of another library's interface, argument by argument: it says nothing of this project's words.
    case mirror
  }
}

/// `Rules/vocabulary/published.yml`.
package struct PublishedBlocks: Decodable, Sendable {
  package struct Block: Decodable, Sendable {
    package var block: String
    /// Parameters that together tell that it is this block; canonical names.
    package var parameters: [String]
    /// The names that it prescribes; all of the signature's where it lists none.
    package var names: [String]?
    /// True where the whole interface is another library's.
    package var mirror: Bool?
    package var note: String
  }

  package var blocks: [Block]
}
