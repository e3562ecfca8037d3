import ArgumentParser
import LintApiDiff

struct ApiDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "List what callers of the API will feel, compared with an older state.",
    discussion: """
      A state is a revision of this repository (read from its objects; the work tree is left alone), a folder written \
      with a slash ('../v1/'), or a snapshot. Exit codes: 0 nothing to accept, 1 changes at or above --fail-on that \
      nobody accepted, 2 usage or internal error.
      """)

  enum Threshold: String, ExpressibleByArgument, CaseIterable { case breaks, alters, extends }

  @Argument(help: "The older state: a tag, branch or commit, a folder, or a snapshot.")
  var old: String

  @Argument(help: "The newer state; the work tree, if it is left out.")
  var new: String?

  @Option(help: "Write it as text, json or markdown.")
  var outputFormat: ApiFormat = .text

  @Flag(help: "List additions in the text too, and not only count them.")
  var all = false

  @Option(help: "The least effect (breaks, alters, extends) that makes the exit code 1.")
  var failOn: Threshold = .alters

  @Flag(help: "Exit with 0 although there are changes; errors still exit with 2.")
  var exitZero = false

  @Option(
    help: ArgumentHelp(
      "The file of accepted changes; by default \(ApiAcceptance.fileName), if it is here.", valueName: "file"))
  var accepted: String?

  @OptionGroup var reading: ApiReadingOptions

  func run() throws {
    let acceptance = try ApiAcceptance.load(accepted)
    let before = try ApiState(old, reading)
    let after = try new.map { try ApiState($0, reading) } ?? ApiState(workTree: reading)
    let diff = ApiDiff(
      from: before.outline, named: before.name, to: after.outline, named: after.name, accepting: acceptance)
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
