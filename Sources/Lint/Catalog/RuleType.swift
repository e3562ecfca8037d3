import LintModel
import LintRuleKit
import LintSerialization

/// A rule's type before its options are known, as in the generated list of rules.
package struct RuleType: Sendable {
  package let id: String
  private let make: @Sendable (PageHeader, YAMLNode?, Severity, Vocabulary) throws(YAMLError) -> ConfiguredRule

  package init<R: FileRule>(_ type: R.Type) {
    id = R.id
    make = { header, changes, severity, vocabulary throws(YAMLError) in
      let options = changes.map { header.defaults.overlaid(with: $0) } ?? header.defaults
      return ConfiguredRule(
        R(options: try StrictDecoder.decode(from: options), vocabulary: vocabulary), header, options: options,
        severity: severity)
    }
  }

  package init<R: ProjectRule>(_ type: R.Type) {
    id = R.id
    make = { header, changes, severity, vocabulary throws(YAMLError) in
      let options = changes.map { header.defaults.overlaid(with: $0) } ?? header.defaults
      return ConfiguredRule(
        R(options: try StrictDecoder.decode(from: options), vocabulary: vocabulary), header, options: options,
        severity: severity)
    }
  }

  package init<R: VocabularyRule>(_ type: R.Type) {
    id = R.id
    make = { header, changes, severity, vocabulary throws(YAMLError) in
      let options = changes.map { header.defaults.overlaid(with: $0) } ?? header.defaults
      return ConfiguredRule(
        R(options: try StrictDecoder.decode(from: options), vocabulary: vocabulary), header, options: options,
        severity: severity, vocabulary: vocabulary)
    }
  }

  /// The rule with its page's defaults, a configuration's options laid over them.
  ///
  /// - Parameters:
  ///   - header: The rule's page.
  ///   - options: A mapping from a configuration file; nil for the defaults alone.
  ///   - severity: The configuration's; nil for the page's.
  ///   - vocabulary: The concepts that the project's names can denote.
  package func rule(
    _ header: PageHeader, options: YAMLNode? = nil, severity: Severity? = nil, vocabulary: Vocabulary = Vocabulary()
  ) throws(YAMLError) -> ConfiguredRule {
    try make(header, options, severity ?? header.severity, vocabulary)
  }
}
