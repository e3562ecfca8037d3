import ArgumentParser

/// The public API of a project.
struct ApiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api",
    abstract: "Print the public API, compare it with an earlier version, or accept a change.",
    subcommands: [ApiOutlineCommand.self, ApiDiffCommand.self, ApiAcceptCommand.self],
    defaultSubcommand: ApiOutlineCommand.self)
}

enum ApiFormat: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }
