import ArgumentParser
import Glibc
import Reference

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Generate an HTML report on a training run, or a comparison of several runs.",
    discussion: """
      The page shows training curves, the confusion matrix, the most confident mistakes, per-class accuracy, the \
      leaderboard and the configuration. It is self-contained. Unfinished runs are included up to their last epoch.
      """)

  @Argument(
    help: """
      Run directories, or names of runs in 'runs'; per-class results are those of the first. (default: the newest run in \
      'runs')
      """)
  var runs: [String] = []

  @Option(help: ArgumentHelp("Output file. (default: report.html in the first run directory)", valueName: "file"))
  var output: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Open the report with xdg-open. (default: if there is a display and standard output is a terminal)")
  var open: Bool?

  func run() throws {
    let directories: [FilePath]
    let records: [RecordedRun]
    let boards: [Leaderboard]
    do throws(ReportError) {
      directories =
        runs.isEmpty
        ? [try RunDirectories.newest(in: RunDirectories.defaultParent)]
        : runs.map { RunDirectories.directory(named: $0) }
      records = try directories.map { directory throws(ReportError) in try RecordedRun(reading: directory) }
      // The leaderboard covers the siblings of the first run.
      boards = try Leaderboard.all(in: directories[0].absolute.parent, dataset: records[0].dataset)
    } catch {
      throw Failure("\(error)")
    }
    let page = ReportPage(runs: records, leaderboard: boards.first, generator: "mllint \(version)")
    let path = output ?? directories[0].appending("report.html").string
    try Output.write(Array(page.html.utf8), toFile: path)
    Output.write(path + "\n")
    if open ?? (hasDisplay && isatty(STDOUT_FILENO) == 1) { try show(path) }
  }

  private var hasDisplay: Bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].contains { !(Output.environment($0) ?? "").isEmpty }
  }

  private func show(_ path: String) throws {
    guard hasDisplay else {
      Output.complain("no display to open '\(path)' on; open it in a browser")
      return
    }
    guard let process = ChildProcess("xdg-open", [FilePath(path).absolute.string]) else {
      throw Failure("xdg-open cannot be started; open '\(path)' in a browser")
    }
    let status = process.waitForExit()
    if status != 0 { throw Failure("xdg-open failed with status \(status); open '\(path)' in a browser") }
  }
}
