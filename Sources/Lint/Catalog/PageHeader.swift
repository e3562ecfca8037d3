import LintModel
import LintProject
import LintSerialization
import LintSourceText

/// The part of a rule's page that a run needs. Examples, most of the text, are not parsed, so checks start quickly.
package struct PageHeader: Sendable {
  package let rule: String
  package let summary: String
  package let family: String
  package let principles: [String]
  package let severity: Severity
  package let stability: RulePage.Stability
  package let languages: [Language]
  /// Kinds of project in which the rule runs without being named.
  package let profiles: [Profile]
  /// What a file must be for to have findings; empty if any may.
  package let roles: [RuleRole]
  package let fix: String
  /// Rules of other tools that report some of the same.
  package let similar: [SimilarRules]
  /// Rules whose findings are left out where this rule reports too, because its advice includes theirs.
  package let covers: [String]
  /// What the rule looks for, where its page says that instead of a Swift file.
  let patterns: [(verb: PatternVerb, node: YAMLNode)]
  /// Where the page says which rule it is.
  let mark: Mark
  /// The options' defaults, as one mapping.
  package let defaults: YAMLNode

  /// Reads the part of a page before its examples.
  package init(_ file: EmbeddedFile) throws(YAMLError) {
    let node = try YAMLNode.parse(Self.head(of: file.text), path: file.path)
    let contents = try StrictDecoder.decode(Contents.self, from: node)
    mark = contents.rule.mark
    patterns = PatternVerb.allCases.compactMap { verb in node[verb.rawValue].map { (verb, $0) } }
    rule = contents.rule.value
    summary = contents.summary
    family = contents.family ?? "custom"
    principles = contents.principles ?? []
    severity = contents.severity ?? .warning
    stability = contents.stability ?? .stable
    languages = contents.languages
    profiles = contents.profiles ?? Profile.allCases
    roles = contents.roles?.values.map(\.value) ?? []
    fix = contents.fix
    similar = contents.similar ?? []
    covers = contents.covers ?? []
    defaults = (contents.options ?? OrderedMapping()).defaults(at: Mark(path: file.path, line: 1, column: 1))
  }

  private struct Contents: Decodable {
    var rule: Located<String>
    var summary: String
    var family: String?
    var principles: [String]?
    var severity: Severity?
    var stability: RulePage.Stability?
    var since: String?
    var languages: [Language]
    var profiles: [Profile]?
    var roles: OneOrMany<RuleRole>?
    var why: String
    var fix: String
    var options: OrderedMapping<RuleOption>?
    var similar: [SimilarRules]?
    var covers: [String]?
    // Compiled when the rule is made.
    var forbid: YAMLNode?
    var require: YAMLNode?
    var limit: YAMLNode?
    /// May be before or after the examples.
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
  package func defaults(at mark: Mark) -> YAMLNode {
    YAMLNode(
      .mapping(map { YAMLPair(key: $0.0, keyMark: $0.1.default.mark, value: $0.1.default) }), at: mark)
  }
}
