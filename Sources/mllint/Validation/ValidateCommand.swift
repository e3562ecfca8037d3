import ArgumentParser
import Lint
import LintProject
import LintValidation
import LintWorkspace

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Plant flaws and report which ones are found.",
    discussion: """
      Without a path, plants every stable rule's flaw in a small bundled repository; all must be found, exactly where \
      planted, with nothing else new. With a path, plants flaws in a copy of that repository in memory; nothing is \
      written. Exit codes: 0 success, 1 a flaw in the bundled repository was missed, 2 error.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "A repository, or a folder of one.")
  var path: String?

  @Option(help: "Seed that chooses where flaws are planted.")
  var seed: UInt64 = 0

  @Option(help: "Maximum number of sites per kind of flaw.")
  var sites = 12

  @Flag(help: "Leave out the diffs of missed flaws.")
  var noDiffs = false

  @Option(help: "Output format: text or json.")
  var outputFormat = Format.text

  @OptionGroup var configuring: ConfigurationOptions

  func validate() throws {
    if sites < 1 { throw ValidationError("--sites must be 1 or more, got \(sites)") }
  }

  func run() throws {
    var workspace = try Workspace.builtIn()
    workspace.overrides = configuring.overrides
    var options = ValidationOptions()
    options.seed = seed
    options.sites = sites
    guard let path else { return try validateCompanion(workspace, options) }
    // Paths are then those of the repository, wherever the command runs.
    let folder = workspace.absolutePath(path)
    if FileSystem.kind(of: folder) == .folder { workspace.workingDirectory = folder }
    write(try Validation(folder, in: workspace, options).run(progress: showProgress))
  }

  private func validateCompanion(_ workspace: Workspace, _ options: ValidationOptions) throws {
    var (workspace, options) = (workspace, options)
    options.plantsOneByOne = true
    do {
      let companion = try ScratchCompanion()
      workspace.workingDirectory = companion.folder
      let report = try Validation(companion.folder, in: workspace, options).run(progress: showProgress)
      write(report)
      let problems = report.problems(minimumSites: configuring.select.isEmpty ? min(sites, 3) : 1)
      for problem in problems { Output.complain(problem) }
      if !problems.isEmpty { throw ExitCode(1) }
    } catch let failure as FileSystem.Failure {
      throw Failure("the bundled repository cannot be written: \(failure.reason)")
    }
  }

  private func write(_ report: ValidationReport) {
    switch outputFormat {
    case .text: Output.write(ValidationText.write(report, showsDiffs: !noDiffs))
    case .json: Output.write(ValidationJSON.write(report, version: version))
    }
  }

  private func showProgress(_ done: Int, _ total: Int) {
    guard Output.isProgressShown else { return }
    Output.show("\rrun \(done) of \(total)\(done == total ? "\n" : "")")
  }
}
