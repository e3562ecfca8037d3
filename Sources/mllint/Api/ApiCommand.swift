import ArgumentParser

/// What a project offers to its callers.
struct ApiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api",
    abstract: "Print the public API as an outline, compare it with an older state, accept a change.",
    subcommands: [ApiOutlineCommand.self, ApiDiffCommand.self, ApiAcceptCommand.self],
    defaultSubcommand: ApiOutlineCommand.self)
}

enum ApiFormat: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }
