import ArgumentParser
import Lint
import LintCatalog
import LintWorkspace

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print the JSON schema of mllint.yml.",
    discussion: """
      The schema lists every rule and option, including the custom rules of the configuration in effect. Editors use it \
      to complete and check mllint.yml. 'mllint check --show-settings' prints the settings in effect.
      """)

  @Flag(help: "Print the JSON schema of mllint.yml.")
  var schema = false

  @Option(help: "Use this configuration file instead of the nearest one.")
  var config: String?

  @Flag(help: "Ignore all configuration files; list the built-in rules only.")
  var isolated = false

  func validate() throws {
    if !schema { throw ValidationError("nothing to print; add --schema") }
  }

  func run() throws {
    var workspace = try Workspace.builtIn()
    workspace.overrides.file = config
    workspace.overrides.isIsolated = isolated
    let catalog = try workspace.catalogWithCustomRules()
    do {
      Output.write(try ConfigurationSchema.json(catalog))
    } catch {
      throw Failure("a rule page cannot be read: \(error)")
    }
  }
}
