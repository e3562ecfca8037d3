import ArgumentParser

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Train and compare small image classifiers: the code that mllint holds up as good.",
    discussion: """
      A first training needs no data and under a minute:

        mllint reference train
        mllint reference train --dataset kmnist --data DIR --recipe best
        mllint reference report
      """,
    subcommands: [
      TrainCommand.self, EvaluateCommand.self, DownloadCommand.self, ReportCommand.self, LeaderboardCommand.self,
      BenchmarkCommand.self,
    ])
}
