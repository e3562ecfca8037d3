/// What a run needs of a rule's page. The examples, most of the text, are left unread: a check starts at once.
public struct PageHeader: Sendable {
  public let rule: String
  public let summary: String
  public let family: String
  public let principles: [String]
  public let severity: Severity
  public let stability: RulePage.Stability
  public let languages: [Language]
  /// Kinds of project in which the rule runs without being named.
  public let profiles: [Profile]
  public let fix: String
  /// The options' defaults, as one mapping.
  public let defaults: YAMLNode

  /// Reads the part of a page before its examples.
  public init(_ file: EmbeddedFile) throws(YAMLError) {
    let contents = try StrictDecoder.decode(Contents.self, from: .parse(Self.head(of: file.text), path: file.path))
    rule = contents.rule
    summary = contents.summary
    family = contents.family
    principles = contents.principles
    severity = contents.severity
    stability = contents.stability
    languages = contents.languages
    profiles = contents.profiles ?? Profile.allCases
    fix = contents.fix
    defaults = contents.options.defaults(at: Mark(path: file.path, line: 1, column: 1))
  }

  private struct Contents: Decodable {
    var rule: String
    var summary: String
    var family: String
    var principles: [String]
    var severity: Severity
    var stability: RulePage.Stability
    var since: String
    var languages: [Language]
    var profiles: [Profile]?
    var why: String
    var fix: String
    var options: OrderedMapping<RuleOption>
    /// May stand before or after the examples.
    var precision: YAMLNode?
  }

  private static func head(of text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let key = Array("\nexamples:".utf8)
    var start = 0
    while let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if bytes[newline...].starts(with: key) { return Array(bytes[...newline]) }
      start = newline + 1
    }
    return bytes
  }
}

extension OrderedMapping<RuleOption> {
  /// The options' defaults, as the mapping that the rule's options decode from.
  public func defaults(at mark: Mark) -> YAMLNode {
    YAMLNode(
      .mapping(map { YAMLPair(key: $0.0, keyMark: $0.1.default.mark, value: $0.1.default) }), at: mark)
  }
}
