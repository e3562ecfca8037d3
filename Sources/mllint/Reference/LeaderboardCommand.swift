import ArgumentParser
import Foundation
import Reference

struct LeaderboardCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "leaderboard", abstract: "Rank the runs of a folder by test accuracy, beside the published results.",
    discussion: """
      Only accuracies on the whole test split are ranked; a run that is not finished, or that was tested on a part, is \
      listed below with the reason. Each data set has a table of its own.
      """)

  @Argument(help: "The folder that holds the run folders.")
  var folder = "runs"

  @Option(help: ArgumentHelp("Rank this data set alone, such as kmnist.", valueName: "name"))
  var dataset: String?

  @Option(help: "Write it as text, json or markdown.")
  var outputFormat: Format = .text

  func run() throws {
    let boards: [Leaderboard]
    do throws(ReportError) {
      boards = try Leaderboard.all(in: URL(filePath: folder, directoryHint: .isDirectory), dataset: dataset)
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
