/// A configuration key that a document speaks of: in a block of YAML or TOML, or as `training.batch_size` in a command or
/// between backticks.
public struct ShownKey: Sendable, Codable {
  /// The names of the sections around it, outermost first.
  public var sections: [String]
  public var name: Name
  /// Index of the block that it stands in; nil for one that is written as a path.
  public var block: Int?

  public var path: String { (sections + [name.text]).joined(separator: ".") }
}
