/// What one configuration file says.
public struct Settings: Decodable, Sendable {
  /// Other configuration files that this one builds on, relative to it; later ones win.
  public var extends: [Located<String>]?
  /// Rules, families or `all`: these and no others.
  public var select: [Located<String>]?
  public var extendSelect: [Located<String>]?
  public var ignore: [Located<String>]?
  /// Whether families and `all` include rules that are in preview.
  public var preview: Bool?
  /// What kind of code this is; by default told by manifests and folders.
  public var profile: Profile?
  public var exclude: [PathPattern]?
  public var roles: RolePatterns?
  /// Words of the house, by concept.
  public var vocabulary: MarkedMapping<VocabularyAddition>?
  /// Pages of rules of one's own: folders or files, relative to this one.
  public var rulePages: [Located<String>]?
  public var rules: MarkedMapping<RuleSetting>?
  public var overrides: [Override]?
  /// The file of known findings, relative to this one.
  public var baseline: Located<String>?
  /// The least severity that makes the exit code 1.
  public var failOn: Severity?

  /// Settings that say nothing.
  public init() {}

  /// Settings for some files only.
  public struct Override: Decodable, Sendable {
    public var files: [PathPattern]
    public var extendSelect: [Located<String>]?
    public var ignore: [Located<String>]?
    public var role: Role?
    public var profile: Profile?
    public var rules: MarkedMapping<RuleSetting>?
  }
}

/// The roles of files by pattern; the last pattern that covers a file decides.
public struct RolePatterns: Decodable, Sendable {
  public var entries: [(pattern: PathPattern, role: Role)]

  public init(from decoder: any Decoder) throws {
    entries = try MarkedMapping<Role>(from: decoder).entries.map { entry in
      do {
        return (try PathPattern(entry.key), entry.value)
      } catch let error as GlobError {
        throw YAMLError(at: entry.mark, "the pattern '\(entry.key)' is wrong: \(error)")
      }
    }
  }

  public func role(of path: String) -> Role? { entries.last { $0.pattern.covers(path) }?.role }
}

extension PathPattern: Decodable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(text)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "the pattern '\(text)' is wrong: \(error)")
    }
  }
}
