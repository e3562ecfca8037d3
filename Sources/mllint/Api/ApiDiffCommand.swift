import ArgumentParser
import LintApiDiff

struct ApiDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "List API changes that affect callers.",
    discussion: """
      A state is a revision of this repository (read from git's objects; the working tree is not touched), a \
      folder written with a slash ('../v1/'), or a snapshot. Exit codes: 0 no unaccepted changes, 1 unaccepted changes \
      at or above --fail-on, 2 invalid usage or internal error.
      """)

  enum Threshold: String, ExpressibleByArgument, CaseIterable { case breaks, alters, extends }

  @Argument(help: "The old state: a tag, branch or commit, a folder, or a snapshot; 'A..B' names both states.")
  var old: String

  @Argument(help: "The new state; default: the working tree.")
  var new: String?

  @Option(help: "Output format: text, json or markdown.")
  var outputFormat: ApiFormat = .text

  @Flag(help: "List additions in text output instead of only counting them.")
  var all = false

  @Option(help: "The lowest effect (breaks, alters, extends) that makes the exit code 1.")
  var failOn: Threshold = .alters

  @Flag(help: "Exit with 0 even if there are changes; errors still exit with 2.")
  var exitZero = false

  @Option(
    help: ArgumentHelp(
      "The file of accepted changes; default: \(ApiAcceptance.fileName), if it exists.", valueName: "file"))
  var accepted: String?

  @OptionGroup var reading: ApiReadingOptions

  func run() throws {
    let acceptance = try ApiAcceptance.load(accepted)
    let range = try ApiRange(old, new)
    let before = try ApiState(range.old, reading)
    let after = try range.new.map { try ApiState($0, reading) } ?? ApiState(workTree: reading)
    let outlines = ApiState.outlines(before, after)
    let diff = ApiDiff(
      from: outlines.old, named: before.name, to: outlines.new, named: after.name, accepting: acceptance,
      uses: before.mentions ?? after.mentions ?? { _ in 0 })
    let report = ApiDiffReport(diff, listsAll: all)
    switch outputFormat {
    case .text: Output.write(report.text())
    case .markdown: Output.write(report.markdown())
    case .json: Output.write(report.json())
    }
    let threshold = ApiChange.Effect(rawValue: failOn.rawValue) ?? .alters
    if !exitZero, diff.fails(at: threshold) || !diff.stale.isEmpty { throw ExitCode(1) }
  }
}
