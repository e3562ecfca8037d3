import LintCatalog
import LintModel
import LintProject
import LintRuleKit
import LintSourceText

/// The input of a run.
package struct Request: Sendable {
  package var project: Project
  package var frontends: [any Frontend]
  /// The rules that apply to a file, by its configuration.
  package var ruleSet: @Sendable (ProjectFile) -> RuleSet
  /// Project rules that apply to at least one file, with the options of the project.
  package var projectRules: [ConfiguredRule]
  /// The words that the vocabulary is inferred from; nil if it is not needed.
  package var vocabulary: Vocabulary?
  /// The files that rules about names and signatures skip.
  package var excludedPaths = ExcludedPaths()
  /// Rules that run on any file.
  package var activeRules: Set<String> = []
  /// Every rule there is, run or not: what a suppression may name.
  package var knownRules: Set<String>
  /// The role that the configuration gives a file; nil leaves it to the file's path and text.
  package var configuredRole: @Sendable (ProjectFile) -> Role? = { _ in nil }
  /// Contents that replace what is on the disk, by absolute path: standard input, an editor's buffer.
  package var contents: [String: [UInt8]] = [:]
  /// What tests reach, by the reports that the user named; nil if there are none.
  package var coverage: Coverage?
  /// Worker threads.
  package var jobs: Int
  /// Larger files are not read, in bytes.
  package var maximumFileSize = FileSystem.maximumFileSize

  package init(
    project: Project, frontends: [any Frontend], ruleSet: @escaping @Sendable (ProjectFile) -> RuleSet,
    projectRules: [ConfiguredRule], knownRules: Set<String>, jobs: Int = 1
  ) {
    self.project = project
    self.frontends = frontends
    self.ruleSet = ruleSet
    self.projectRules = projectRules
    self.knownRules = knownRules
    vocabulary = projectRules.lazy.compactMap(\.vocabulary).first
    self.jobs = jobs
  }
}

extension Finding {
  /// By path, position, rule, message.
  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.location.path != right.location.path { return Paths.precedes(left.location.path, right.location.path) }
    if left.location.range != right.location.range { return left.location.range < right.location.range }
    if left.rule != right.rule { return Paths.precedes(left.rule, right.rule) }
    return Paths.precedes(left.message, right.message)
  }
}
