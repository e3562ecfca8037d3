import ArgumentParser
import Lint
import LintCatalog
import LintEngine
import LintModel
import LintProject
import LintRuleKit
import LintSerialization
import LintSourceText
import LintWorkspace

struct VocabularyCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "vocabulary", abstract: "Print the repository's own glossary: what it calls things, how often, where.",
    discussion: """
      Parameters of functions, options of commands and keys of configuration files are counted together; copies of one \
      signature count once. 'mllint init --vocabulary' writes the words into a configuration, and from then on they \
      are the rule.
      """)

  @Argument(help: "Files and folders whose names are counted.")
  var paths: [String] = ["."]

  @Option(help: "Write it as text, json or markdown; the latter is made to be committed.")
  var outputFormat: Format = .text

  @OptionGroup var source: VocabularySource

  func run() throws {
    let reports = try source.reports(of: paths)
    switch outputFormat {
    case .text: Output.write(reports.map { VocabularyText($0).write() }.joined(separator: "\n"))
    case .markdown: Output.write(reports.map { VocabularyMarkdown($0).write() }.joined(separator: "\n"))
    case .json: Output.write(VocabularyJSON(reports).write())
    }
  }
}

/// Where a glossary comes from.
struct VocabularySource: ParsableArguments {
  @Option(help: ArgumentHelp("Use this configuration file instead of the nearest one.", valueName: "file"))
  var config: String?

  @Flag(help: "Read no configuration file: the words come from the statistics alone.")
  var isolated = false

  @Option(
    help: ArgumentHelp(
      "Leave out files and folders that match, as a line of .gitignore would; repeatable.", valueName: "glob"))
  var exclude: [String] = []

  func validate() throws {
    if isolated, let config {
      throw ValidationError("--isolated reads no configuration file, but --config names '\(config)'; leave out one")
    }
  }

  /// One for each distribution in which something is named, the largest first.
  func reports(of paths: [String]) throws -> [VocabularyReport] {
    var workspace = try Workspace.builtIn()
    workspace.overrides.isIsolated = isolated
    workspace.overrides.file = config
    let leading = workspace.catalog.leadingShare
    let projects = try workspace.projects(of: paths, excluding: exclude)
    return try workspace.vocabularies(of: projects).flatMap { project, repositoryVocabulary in
      repositoryVocabulary.packageVocabularies.map { VocabularyReport($0, repositoryVocabulary.vocabulary, leading, root: project.root) }
    }.filter { !$0.isEmpty }.sorted { $0.uses > $1.uses }
  }
}

extension Catalog {
  /// When a name leads, by the page of the rule that reports the others.
  fileprivate var leadingShare: LeadingShare {
    let defaults = header(of: "inconsistent-name")?.defaults
    let number = { (key: String) in defaults?[key]?.scalar.flatMap { Double($0.text) } }
    return LeadingShare(
      minimumShare: number("minimum_share") ?? 1, minimumUses: number("minimum_uses").map { Int($0) } ?? 1)
  }
}
