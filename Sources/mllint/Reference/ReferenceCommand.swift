import ArgumentParser

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Train and compare small image classifiers with mllint's reference implementation.",
    discussion: """
      The built-in dataset needs no files and trains in under a minute:

        mllint reference train
        mllint reference report

      On Kuzushiji-MNIST:

        mllint reference download kmnist --data DIR
        mllint reference train --dataset kmnist --data DIR --recipe best
        mllint reference leaderboard
      """,
    subcommands: [
      TrainCommand.self, EvaluateCommand.self, DownloadCommand.self, ReportCommand.self, LeaderboardCommand.self,
      BenchmarkCommand.self,
    ])
}
