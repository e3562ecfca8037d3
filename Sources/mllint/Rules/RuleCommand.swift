import ArgumentParser
import Lint
import LintCatalog
import LintModel
import LintSourceText
import LintWorkspace

struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "Explain rules, and try those of one's own on their examples.",
    subcommands: [RuleExplainCommand.self, RuleTestCommand.self], defaultSubcommand: RuleExplainCommand.self)
}

struct RuleExplainCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain one rule, with its options and examples, or list them all.",
    discussion: "Knows the rules of the configuration that holds here, too.")

  @Argument(help: "The rule's id, as it stands in brackets in a finding.")
  var id: String?

  @Option(help: "Write it as text, json or markdown.")
  var outputFormat: Format = .text

  @Option(help: "Use this configuration file instead of the nearest one.")
  var config: String?

  @Flag(help: "Read no configuration file: the built-in rules alone.")
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
    throw Failure("no rule is called '\(id)'; \(hint ?? "'mllint rule' lists them all")")
  }
}
