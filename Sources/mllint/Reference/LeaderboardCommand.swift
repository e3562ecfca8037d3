import ArgumentParser
import Reference

struct LeaderboardCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "leaderboard", abstract: "Rank local runs by test accuracy, together with published results.",
    discussion: """
      Only accuracies on the full test split are ranked. Unfinished runs and runs evaluated on a subset are listed below \
      the table with the reason. Each dataset has its own table.
      """)

  @Argument(help: "Parent of the run directories.")
  var directory = "runs"

  @Option(help: ArgumentHelp("Show only this dataset, such as kmnist.", valueName: "name"))
  var dataset: String?

  @Option(help: "Output format.")
  var outputFormat: Format = .text

  func run() throws {
    let boards: [Leaderboard]
    do throws(ReportError) {
      boards = try Leaderboard.all(in: FilePath(directory), dataset: dataset)
    } catch {
      throw Failure("\(error)")
    }
    switch outputFormat {
    case .text: Output.write(LeaderboardTable(boards).text)
    case .markdown: Output.write(LeaderboardTable(boards).markdown)
    case .json: Output.write(try LeaderboardJSON(boards).write())
    }
  }
}
