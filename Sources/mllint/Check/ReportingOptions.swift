import ArgumentParser
import LintCatalog
import LintEngine
import LintModel
import LintReporting

/// What is reported, where, and with which exit code.
struct ReportingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Output format: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")); append ':FILE' to write to a file; repeatable.",
      discussion: "Default: text, or github if GITHUB_ACTIONS is 'true'.", valueName: "format"))
  var outputFormat: [OutputTarget] = []

  @Flag(
    help:
      "Print the number of findings per principle and rule instead of the findings; as JSON with '--output-format json'."
  )
  var statistics = false

  @Option(
    help:
      "The lowest severity (\(Severity.allCases.map(\.rawValue).joined(separator: ", "))) that makes the exit code 1; default: the configuration's, or warning."
  )
  var failOn: Severity?

  @Flag(help: "Exit with 0 even if there are findings; errors still exit with 2.")
  var exitZero = false

  @Option(help: "Color the output: always, never, or auto (on a terminal, unless NO_COLOR is set).")
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "Print only findings: no summary, no warnings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print the number of files read and the elapsed time to standard error.")
  var verbose = false

  /// - Parameter pages: The page of every rule that ran, custom rules included, by id.
  func write(
    _ result: RunResult, _ catalog: Catalog, pages: [String: PageHeader], seconds: Double
  ) throws {
    let isOnGitHub = Output.environment("GITHUB_ACTIONS") == "true"
    let targets = outputFormat.isEmpty ? [OutputTarget(isOnGitHub ? .github : .text)] : outputFormat
    for target in targets {
      var input = ReportInput(
        result: result, pages: pages, version: version, seconds: seconds,
        usesColor: target.file == nil && color.isOn)
      input.showsSummary = !quiet
      let bytes = target.format.write(input)
      if let file = target.file {
        try Output.write(bytes, toFile: file)
      } else if !statistics {
        Output.write(bytes)
      }
      if statistics, target.file == nil { try write(Statistics(input, principles: catalog.principles()), target) }
    }
  }

  private func write(_ statistics: Statistics, _ target: OutputTarget) throws {
    Output.write(target.format == .json ? statistics.json : Array(statistics.text.utf8))
  }

  func exitCode(of result: RunResult, failOn configured: Severity) -> Int32 {
    if result.isIncomplete { return 2 }
    return !exitZero && result.findings.contains { $0.severity >= (failOn ?? configured) } ? 1 : 0
  }
}
