extension NamedSignature {
  /// How far the field, not this project, chose the names of a signature.
  ///
  /// Users who know the original of a block that is copied between projects, or who load its weights and
  /// configurations, expects its words: they are not slips.
  package enum Publication: String, Codable, Sendable {
    /// The project's own.
    case none
    /// A block as published. It still counts, since readers see its names along with all others.
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
    /// True if the whole interface is another library's.
    package var mirror: Bool?
    package var note: String
  }

  package var blocks: [Block]
}
