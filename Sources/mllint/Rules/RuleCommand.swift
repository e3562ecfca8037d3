import ArgumentParser
import Lint
import LintCatalog
import LintModel
import LintSourceText
import LintWorkspace

struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "Explain rules, or test custom rules.",
    subcommands: [RuleExplainCommand.self, RuleTestCommand.self], defaultSubcommand: RuleExplainCommand.self)
}

struct RuleExplainCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or list all rules.",
    discussion: "Includes the custom rules of the current configuration.")

  @Argument(help: "The rule's id, shown in brackets in a finding; default: list all rules.")
  var id: String?

  @Option(help: "Output format: text, json or markdown.")
  var outputFormat: Format = .text

  @Option(help: "Use this configuration file instead of the nearest one.")
  var config: String?

  @Flag(help: "Ignore all configuration files; use the built-in rules only.")
  var isolated = false

  func run() throws {
    var workspace = try Workspace.builtIn()
    workspace.overrides.file = config
    workspace.overrides.isIsolated = isolated
    let catalog = try workspace.catalogWithCustomRules()
    guard let id else { return Output.write(RuleList(catalog).write(outputFormat)) }
    do {
      if let page = try catalog.page(of: id) {
        return Output.write(RuleExplanation(page, principles: try catalog.principles()).write(outputFormat))
      }
    } catch {
      throw Failure("the page of '\(id)' cannot be read: \(error)")
    }
    let hint = Suggestion.nearest(to: id, among: catalog.rules).map { "did you mean '\($0)'?" }
    throw Failure("unknown rule '\(id)'; \(hint ?? "'mllint rule' lists them all")")
  }
}
