import ArgumentParser
import LintCatalog
import LintEngine
import LintModel
import LintReporting

/// What is said, where, and with which exit code.
struct ReportingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the findings as \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")); add ':FILE' to write to a file; repeatable.",
      discussion: "Without it: text, or github where GITHUB_ACTIONS is 'true'.", valueName: "format"))
  var outputFormat: [OutputTarget] = []

  @Flag(
    help:
      "Write how often each principle was broken, and by which rules it shows, instead of the findings themselves; as JSON with '--output-format json'."
  )
  var statistics = false

  @Option(
    help:
      "The least severity (\(Severity.allCases.map(\.rawValue).joined(separator: ", "))) that makes the exit code 1; by default the configuration's, or warning."
  )
  var failOn: Severity?

  @Flag(help: "Exit with 0 although there are findings; errors still exit with 2.")
  var exitZero = false

  @Option(help: "Colour the text: always, never, or auto, which is on for a terminal unless NO_COLOR is set.")
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "Write the findings and nothing else: no summary, no warnings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say on standard error how much was read and how long it took.")
  var verbose = false

  /// - Parameter pages: Of every rule that ran, those of the project's own included, by id.
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
