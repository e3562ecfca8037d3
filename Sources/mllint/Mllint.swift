import ArgumentParser
import LintWorkspace

#if canImport(Glibc)
  import Glibc
#endif

@main struct Mllint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mllint",
    abstract: "A linter for the API design of machine-learning code.",
    discussion: """
      Reads Python, Swift, notebooks, configuration files and documents of a repository; never runs its code.
      Exit codes: 0 no findings, 1 findings, 2 invalid usage, invalid configuration, an unreadable file or internal error.
      """,
    subcommands: [
      CheckCommand.self, RuleCommand.self, ApiCommand.self, PrinciplesCommand.self, VocabularyCommand.self,
      InitCommand.self, ConfigCommand.self, BaselineCommand.self, ValidateCommand.self, ReferenceCommand.self,
      VersionCommand.self,
    ])

  @Flag(name: [.customShort("V"), .customLong("version")], help: "Print the version of mllint.")
  var printsVersion = false

  func run() throws {
    guard printsVersion else { throw CleanExit.helpRequest(self) }
    try VersionCommand().run()
  }

  static func main() {
    // A reader that exits early, such as `head`, is not an error: let writes fail quietly.
    signal(SIGPIPE, SIG_IGN)
    // Likewise for the file size limit, so that the write fails and the temporary file is removed.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      // After a subcommand, the parser accepts this command's flag too, and the subcommand would not notice it.
      let options = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
      if options.contains(where: { ["-V", "--version"].contains($0) }) { command = VersionCommand() }
      try command.run()
      exit(0)
    } catch let failure as Failure {
      exit(failure: failure.message)
    } catch let error as WorkspaceError {
      exit(failure: error.description)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let isHelp = exitCode(for: error) == .success
      if isHelp {
        Output.write(fullMessage(for: error) + "\n")
        exit(0)
      }
      exit(failure: message(for: error) + "; see 'mllint --help'")
    }
  }

  private static func exit(_ code: Int32) -> Never {
    if let problem = Output.problem { exit(failure: problem) }
    Glibc.exit(code)
  }

  private static func exit(failure message: String) -> Never {
    Output.complain("error: " + message)
    Glibc.exit(2)
  }
}

/// Why a command failed: what is wrong, and what to do.
struct Failure: Error {
  var message: String
  init(_ message: String) { self.message = message }
}

/// The version of this program, in every report and as `mllint --version` prints it. CHANGELOG.md has a section for it.
let version = "0.1.0"
