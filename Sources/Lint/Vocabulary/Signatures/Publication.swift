extension NamedSignature {
  /// How far the field, not this project, chose the names of a signature.
  ///
  /// Whoever knows the original of a block that goes from one project to the next, or loads its weights and
  /// configurations, expects its words: they are no slip.
  public enum Publication: String, Codable, Sendable {
    /// The project's own.
    case none
    /// A block as others know it. It still votes, as readers meet its words beside all others.
    case block
    /// A copy of another library's interface, argument by argument: it says nothing of this project's words.
    case mirror
  }
}

/// `Rules/vocabulary/published.yml`.
public struct PublishedBlocks: Decodable, Sendable {
  public struct Block: Decodable, Sendable {
    public var block: String
    /// Parameters that together tell that it is this block; canonical names.
    public var parameters: [String]
    /// The names that it prescribes; all of the signature's where it lists none.
    public var names: [String]?
    /// True where the whole interface is another library's.
    public var mirror: Bool?
    public var note: String
  }

  public var blocks: [Block]
}
