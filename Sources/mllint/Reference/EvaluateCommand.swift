import ArgumentParser
import Foundation
import Reference

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Read a split of the data with the weights of a run, without changing the run.",
    discussion: """
      The accuracy on the hold-out is of images that come from the same hands as the training images; the official test \
      split may be harder. Only the second one compares with published figures.
      """)

  /// The images that are read.
  enum Split: String, CaseIterable, ExpressibleByArgument { case test, holdout, training }

  @Argument(
    help: ArgumentHelp("The folder of the run, such as runs/brush-strokes-cheap-default-seed1.", valueName: "run"))
  var path: String

  @Option(help: "What to read: the official test split, or the hold-out or the rest of the training split.")
  var split = Split.test

  @Option(help: "Which weights: \(CheckpointKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var checkpoint = CheckpointKind.best

  @Option(help: "The folder that holds the data set; by default the one that the run was trained from.")
  var data: String?

  @Flag(
    inversion: .prefixedNo,
    help: """
      Read every image at nine positions, one pixel apart, and average the probabilities; by default the test split, if \
      the run did so.
      """)
  var testTimeShifts: Bool?

  @Option(help: "Threads that share the work; by default one for each processor.")
  var threads: Int?

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads has to be 1 or more, not \(threads)") }
  }

  func run() throws {
    try ReferenceFailure.explained {
      let folder = RunFolder(path)
      var configuration = try folder.readConfiguration()
      if configuration.model == NearestNeighbours.modelName {
        throw Failure(
          "'\(path)' is a run of \(configuration.model), which has no weights; its figures are in result.json")
      }
      if let folder = data ?? Output.environment("MLLINT_DATA") { configuration.data = folder }
      let data = try TrainingData.load(&configuration)
      let network = try folder.network(for: configuration, data, checkpoint: checkpoint)
      let workers = Workers(count: threads ?? ProcessInfo.processInfo.activeProcessorCount)
      let images = try images(of: data)
      let shifts = testTimeShifts ?? (split == .test && configuration.testTimeShifts)
      let evaluation = Evaluator(network, workers: workers).evaluate(images, shifts: shifts)
      Output.write(json ? try evaluation.json(split: split.rawValue) : text(evaluation, images))
      if let attribution = data.attribution, !json { Output.write(attribution + "\n") }
    }
  }

  private func images(of data: TrainingData) throws -> ImageDataset {
    switch split {
    case .test: return data.test
    case .training: return data.training
    case .holdout:
      guard let holdout = data.holdout else {
        throw Failure(
          "'\(path)' was trained on all images (--holdout 0), so there is no hold-out to read; use --split test")
      }
      return holdout
    }
  }

  private func text(_ evaluation: Evaluation, _ images: ImageDataset) -> String {
    let name =
      switch split {
      case .test: DatasetNotes(of: images.name).testSplit
      case .holdout: "hold-out"
      case .training: "training images"
      }
    var text =
      "\(name)  \(ResultText.percent(evaluation.accuracy))  loss \(Figures.decimal(evaluation.loss, 4))"
    text += "  \(evaluation.correct) of \(images.count) images\n"
    for (label, row) in evaluation.confusion.enumerated() {
      let count = row.reduce(0, +)
      guard count > 0 else { continue }
      text += "  \(ResultText.percent(Double(row[label]) / Double(count)))  \(images.classNames[label])\n"
    }
    return text
  }
}

extension CheckpointKind: ExpressibleByArgument {}
