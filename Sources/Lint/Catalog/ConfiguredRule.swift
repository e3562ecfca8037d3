import LintModel
import LintRuleKit
import LintSerialization

/// A type-erased rule with its options, ready to run.
///
/// Type erasure by closures over the concrete rule, once per file and rule; nothing inside a rule's loops is dynamic.
package final class ConfiguredRule: Sendable {
  package let header: PageHeader
  package let severity: Severity
  /// The options in effect: the page's defaults, overridden by the configuration.
  package let options: YAMLNode
  /// Whether it judges all files at once.
  package let isProjectRule: Bool
  /// The vocabulary that a rule about names queries; nil for other rules.
  package let vocabulary: Vocabulary?
  private let checkFile: @Sendable (SourceFile, inout FindingCollector) -> Void
  private let collect: @Sendable (SourceFile) -> BoxedFacts?
  private let checkFacts: @Sendable ([BoxedFacts], ProjectIndex, inout FindingCollector) -> Void
  private let checkNames: @Sendable (RepositoryVocabulary, inout FindingCollector) -> Void

  package var id: String { header.rule }

  convenience init<R: FileRule>(_ rule: R, _ header: PageHeader, options: YAMLNode, severity: Severity) {
    self.init(
      header, options, severity, isProjectRule: false, checkFile: { rule.check($0, &$1) }, facts: { _ in [NoFact]() })
  }

  convenience init<R: ProjectRule>(_ rule: R, _ header: PageHeader, options: YAMLNode, severity: Severity) {
    self.init(
      header, options, severity, isProjectRule: true, facts: { rule.facts(in: $0) },
      checkFacts: { rule.check($0, $1, &$2) })
  }

  convenience init<R: VocabularyRule>(
    _ rule: R, _ header: PageHeader, options: YAMLNode, severity: Severity, vocabulary: Vocabulary
  ) {
    self.init(
      header, options, severity, isProjectRule: true, vocabulary: vocabulary, facts: { _ in [NoFact]() },
      checkNames: { rule.check($0, &$1) })
  }

  convenience init(_ rule: PatternRule, _ header: PageHeader, options: YAMLNode, severity: Severity) {
    self.init(
      header, options, severity, isProjectRule: rule.needsProject, checkFile: { rule.check($0, &$1) },
      facts: { rule.facts(in: $0) }, checkFacts: { rule.check($0, $1, &$2) })
  }

  private init<Fact: Sendable>(
    _ header: PageHeader, _ options: YAMLNode, _ severity: Severity, isProjectRule: Bool, vocabulary: Vocabulary? = nil,
    checkFile: @escaping @Sendable (SourceFile, inout FindingCollector) -> Void = { _, _ in },
    facts: @escaping @Sendable (SourceFile) -> [Fact],
    checkFacts: @escaping @Sendable ([FileFacts<Fact>], ProjectIndex, inout FindingCollector) -> Void = { _, _, _ in },
    checkNames: @escaping @Sendable (RepositoryVocabulary, inout FindingCollector) -> Void = { _, _ in }
  ) {
    self.header = header
    self.options = options
    self.severity = severity
    self.isProjectRule = isProjectRule
    self.vocabulary = vocabulary
    self.checkFile = checkFile
    self.checkNames = checkNames
    collect = { file in
      let found = facts(file)
      return found.isEmpty ? nil : BoxedFacts(file: file.reference, facts: found)
    }
    self.checkFacts = { boxes, project, collector in
      let facts = boxes.compactMap { box in (box.facts as? [Fact]).map { FileFacts(file: box.file, facts: $0) } }
      checkFacts(facts, project, &collector)
    }
  }

  /// Whether the rule's page lists the file's language and role.
  package func applies(to file: FileReference) -> Bool { header.languages.contains(file.language) && reports(file) }

  /// Whether the rule's page lists the file's role and, for code, its language: findings elsewhere are dropped.
  package func reports(_ file: FileReference) -> Bool {
    let isCode = file.language == .python || file.language == .swift
    return header.roles.include(file) && (!isCode || header.languages.contains(file.language))
  }

  /// A file rule's findings; none for a project rule, or a language or role that its page does not list.
  package func check(_ file: SourceFile) -> [Finding] {
    guard !isProjectRule, applies(to: file.reference) else { return [] }
    var collector = FindingCollector(rule: id)
    checkFile(file, &collector)
    return finish(collector)
  }

  /// A project rule's facts; nil if there are none. They come from files of every role, because tests and documents are
  /// evidence about code, as Python is about gin.
  package func facts(in file: SourceFile) -> BoxedFacts? { isProjectRule ? collect(file) : nil }

  /// A project rule's findings. Facts of another rule are left out.
  package func check(_ facts: [BoxedFacts], _ project: ProjectIndex) -> [Finding] {
    guard isProjectRule else { return [] }
    var collector = FindingCollector(rule: id)
    checkFacts(facts, project, &collector)
    return finish(collector)
  }

  /// The findings of a rule about names; none for another.
  package func check(_ repositoryVocabulary: RepositoryVocabulary) -> [Finding] {
    guard vocabulary != nil else { return [] }
    var collector = FindingCollector(rule: id)
    checkNames(repositoryVocabulary, &collector)
    return finish(collector)
  }

  private func finish(_ collector: FindingCollector) -> [Finding] {
    collector.findings.map { finding in
      var finding = finding
      finding.severity = min(severity, finding.ceiling ?? severity)
      return finding
    }
  }
}

/// One file's facts of one project rule.
package struct BoxedFacts: Sendable {
  package let file: FileReference
  /// An array of the rule's `Fact`.
  let facts: any Sendable
}
