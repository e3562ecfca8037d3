import ArgumentParser
import Lint
import LintEngine
import LintProject
import LintSourceText
import LintWorkspace

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check files and folders; '-' reads standard input.",
    discussion: """
      The whole repository is always analyzed, so the findings in a file do not depend on which other paths are passed.
      """)

  @Argument(help: "Files and folders to report on.")
  var paths: [String] = ["."]

  @OptionGroup var configuring: ConfigurationOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var known: BaselineOptions
  @OptionGroup var fixing: FixOptions
  @OptionGroup var reporting: ReportingOptions

  @Option(help: "Number of worker threads; default: one per processor.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, got \(jobs)") }
    if paths.contains("-"), files.stdinFilename == nil {
      throw ValidationError("'-' requires --stdin-filename, which determines the language and the configuration")
    }
    if files.stdinFilename != nil, fixing.fix {
      throw ValidationError("--fix cannot write to standard input ('-'); use --diff")
    }
    if files.stdinFilename != nil, paths != ["-"] {
      throw ValidationError("--stdin-filename requires '-' as the only path")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    var workspace = try Workspace.builtIn()
    workspace.overrides = configuring.overrides
    var target = try files.target(paths, in: workspace)
    if files.showSettings {
      for settings in try workspace.settings(of: target.projects) { Output.write(settings.write()) }
      return
    }
    target.jobs = jobs
    let plan = try workspace.plan(target)
    if files.showFiles { return showFiles(plan.requests.map(\.project)) }
    var result = plan.run()
    if let file = known.writeBaseline { return try BaselineOptions.write(result.findings, to: file) }
    var fixedEntries = try known.apply(to: &result, plan, paths: paths)
    if fixing.diff {
      let code: Int32 = result.isIncomplete ? 2 : fixing.showDiff(of: result) && !reporting.exitZero ? 1 : 0
      if code != 0 { throw ExitCode(code) }
      return
    }
    if fixing.fix {
      result = try fixed(result) {
        var result = plan.run()
        fixedEntries = try known.apply(to: &result, plan, paths: paths)
        return result
      }
    }
    if result.files == 0, result.findings.isEmpty, !reporting.quiet {
      Output.complain("warning: no files to check in \(paths.joined(separator: ", "))")
    }
    let elapsed = (clock.now - start).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    try reporting.write(result, workspace.catalog, pages: plan.pages, seconds: seconds)
    if !reporting.quiet { BaselineOptions.complain(fixedEntries) }
    if reporting.verbose {
      Output.complain("read \(result.files) files, \(result.bytes) bytes, in \(Int(seconds * 1000)) ms")
    }
    let code = reporting.exitCode(of: result, failOn: plan.configuration.failOn)
    if code != 0 { throw ExitCode(code) }
  }

  /// Fixes and checks again until nothing changes: a fix may have waited for one that overlapped it.
  private func fixed(_ result: RunResult, again: () throws -> RunResult) throws -> RunResult {
    var result = result
    var total = 0
    for _ in 0..<10 {
      let count = try fixing.apply(to: result)
      if count == 0 { break }
      total += count
      result = try again()
    }
    if total > 0, !reporting.quiet { Output.complain("fixed \(total) finding\(total == 1 ? "" : "s")") }
    return result
  }

  private func showFiles(_ projects: [Project]) {
    let paths = projects.flatMap(\.files).filter(\.isReported).map(\.shownPath)
    Output.write(paths.sorted(by: Paths.precedes).map { $0 + "\n" }.joined())
  }
}
