import LintCatalog
import LintModel
import LintProject
import LintRuleKit
import LintSerialization
import LintSourceText

/// The settings of one configuration file.
package struct Settings: Decodable, Sendable {
  /// Other configuration files that this one builds on, relative to it; later ones win.
  package var extends: [Located<String>]?
  /// Rules, families or `all`: these and no others.
  package var select: [Located<String>]?
  package var extendSelect: [Located<String>]?
  package var ignore: [Located<String>]?
  /// Tools whose own configuration in the repository is read: rules that they cover are skipped unless named.
  package var skipCoveredBy: [SimilarRules.Tool]?
  /// Whether families and `all` include rules that are in preview.
  package var preview: Bool?
  /// The kind of project; by default inferred from manifests and folders.
  package var profile: Profile?
  package var exclude: [PathPattern]?
  package var roles: RolePatterns?
  /// The project's vocabulary, by concept.
  package var vocabulary: MarkedMapping<VocabularyAddition>?
  /// Pages of custom rules: folders or files, relative to this one.
  package var customRules: [Located<String>]?
  package var rules: MarkedMapping<RuleSetting>?
  package var overrides: [Override]?
  /// The file of known findings, relative to this one.
  package var baseline: Located<String>?
  /// The lowest severity that makes the exit code 1.
  package var failOn: Severity?

  /// Empty settings.
  package init() {}

  /// Settings for some files only.
  package struct Override: Decodable, Sendable {
    package var files: [PathPattern]
    package var extendSelect: [Located<String>]?
    package var ignore: [Located<String>]?
    package var role: Role?
    package var profile: Profile?
    package var rules: MarkedMapping<RuleSetting>?
  }
}

/// The roles of files by pattern; the last matching pattern applies.
package struct RolePatterns: Decodable, Sendable {
  package var entries: [(pattern: PathPattern, role: Role)]

  package init(from decoder: any Decoder) throws {
    entries = try MarkedMapping<Role>(from: decoder).entries.map { entry in
      do {
        return (try PathPattern(entry.key), entry.value)
      } catch let error as GlobError {
        throw YAMLError(at: entry.mark, "the pattern '\(entry.key)' is invalid: \(error)")
      }
    }
  }

  package func role(of path: String) -> Role? { entries.last { $0.pattern.covers(path) }?.role }
}

extension PathPattern: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(text)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "the pattern '\(text)' is invalid: \(error)")
    }
  }
}
