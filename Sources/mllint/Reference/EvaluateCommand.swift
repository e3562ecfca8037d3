import ArgumentParser
import Reference

struct EvaluateCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
  enum Split: String, CaseIterable, ExpressibleByArgument { case test, validation, training }

  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Evaluate a checkpoint of a run on one split. The run is not modified.",
    discussion: """
      The validation split comes from the training split and may be easier than the official test split. Only test \
      accuracy is comparable with published results.
      """)

  @Argument(help: ArgumentHelp("Run directory, such as runs/brush-strokes-cheap-default-seed1.", valueName: "run"))
  var path: String

  @Option(help: "Split to evaluate.")
  var split = Split.test

  @Option(help: "Checkpoint to evaluate.")
  var checkpoint = CheckpointKind.best

  @Option(help: "Dataset directory. (default: the directory used for training)")
  var data: String?

  @Flag(
    inversion: .prefixedNo,
    help: """
      Test-time augmentation: average predictions over nine one-pixel shifts of each image. (default: as configured for \
      the run, on the test split only)
      """)
  var testTimeAugmentation: Bool?

  @Option(help: "Number of threads. (default: number of processors)")
  var threads: Int?

  @Option(help: "Output format.")
  var outputFormat: Format = .text

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1, found \(threads)") }
  }

  func run() throws {
    try ReferenceFailure.explained {
      let directory = RunDirectory(FilePath(path))
      var configuration = try directory.readConfiguration()
      if configuration.model == NearestNeighbors.modelName {
        throw Failure("run '\(path)' used \(configuration.model), which has no weights; see its result.json instead")
      }
      if let data = data ?? Output.environment("MLLINT_DATA") { configuration.data = data }
      let data = try TrainingData.load(&configuration)
      let network = try directory.network(for: configuration, data, checkpoint: checkpoint)
      let workers = Workers(count: threads ?? Workers.availableProcessors)
      let images = try images(of: data)
      let augments = testTimeAugmentation ?? (split == .test && configuration.testTimeAugmentation)
      let evaluation = Evaluator(network, workers: workers).evaluate(images, testTimeAugmentation: augments)
      switch outputFormat {
      case .json: Output.write(try evaluation.json(split: split.rawValue))
      case .text: Output.write(text(evaluation, images) + (data.attribution.map { $0 + "\n" } ?? ""))
      }
    }
  }

  private func images(of data: TrainingData) throws -> ImageDataset {
    switch split {
    case .test: return data.test
    case .training: return data.training
    case .validation:
      guard let validation = data.validation else {
        throw Failure("run '\(path)' has no validation split (--validation-size 0); use --split test")
      }
      return validation
    }
  }

  private func text(_ evaluation: Evaluation, _ images: ImageDataset) -> String {
    let name =
      switch split {
      case .test: DatasetNotes(of: images.name).testSplit
      case .validation: "validation split"
      case .training: "training split"
      }
    var text =
      "\(name)  \(ResultText.percent(evaluation.accuracy))  loss \(NumberFormat.decimal(evaluation.loss, 4))"
    text += "  \(evaluation.correctCount) of \(images.count) images correct\n"
    for (label, row) in evaluation.confusion.enumerated() {
      let count = row.reduce(0, +)
      guard count > 0 else { continue }
      text += "  \(ResultText.percent(Double(row[label]) / Double(count)))  \(images.classNames[label])\n"
    }
    return text
  }
}

extension CheckpointKind: ExpressibleByArgument {}
