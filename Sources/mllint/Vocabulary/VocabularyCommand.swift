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
    commandName: "vocabulary",
    abstract: "Print the repository's vocabulary: its names for each concept, with counts and places.",
    discussion: """
      Counts function parameters, command-line options and configuration keys; copies of one signature count once. \
      'mllint init --vocabulary' writes the dominant names to mllint.yml, where they override the statistics.
      """)

  @Argument(help: "Files and folders whose names are counted.")
  var paths: [String] = ["."]

  @Option(help: "Output format: text, json or markdown (a page to commit).")
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

/// The files that a vocabulary is inferred from.
struct VocabularySource: ParsableArguments {
  @Option(help: ArgumentHelp("Use this configuration file instead of the nearest one.", valueName: "file"))
  var config: String?

  @Flag(help: "Ignore all configuration files; infer every name from the code.")
  var isolated = false

  @Option(
    help: ArgumentHelp(
      "Exclude files and folders that match this .gitignore pattern; repeatable.", valueName: "glob"))
  var exclude: [String] = []

  func validate() throws {
    if isolated, let config {
      throw ValidationError(
        "--isolated ignores configuration files, but --config names '\(config)'; pass only one of them")
    }
  }

  /// One report per distribution with any names, the largest first.
  func reports(of paths: [String]) throws -> [VocabularyReport] {
    var workspace = try Workspace.builtIn()
    workspace.overrides.isIsolated = isolated
    workspace.overrides.file = config
    let leading = workspace.catalog.leadingShare
    let projects = try workspace.projects(of: paths, excluding: exclude)
    return try workspace.vocabularies(of: projects).flatMap { project, repositoryVocabulary in
      repositoryVocabulary.packageVocabularies.map {
        VocabularyReport($0, repositoryVocabulary.vocabulary, leading, root: project.root)
      }
    }.filter { !$0.isEmpty }.sorted { $0.uses > $1.uses }
  }
}

extension Catalog {
  /// When a name leads, from the defaults of `inconsistent-name`.
  fileprivate var leadingShare: LeadingShare {
    let defaults = header(of: "inconsistent-name")?.defaults
    let number = { (key: String) in defaults?[key]?.scalar.flatMap { Double($0.text) } }
    return LeadingShare(
      minimumShare: number("minimum_share") ?? 1, minimumUses: number("minimum_uses").map { Int($0) } ?? 1)
  }
}
