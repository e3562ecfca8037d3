import ArgumentParser
import Foundation
import Reference

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a model and write everything about it into a folder below runs/.",
    discussion: """
      Values come from the recipe, and options of the command line replace them. The best epoch is chosen on the hold-out, \
      images of the training split that train nothing; the official test split is read once, at the end.
      """)

  @OptionGroup(title: "Task") var task: TaskOptions
  @OptionGroup(title: "Hyperparameters") var hyperparameters: HyperparameterOptions
  @OptionGroup(title: "Recording") var recording: RecordingOptions

  @Option(help: ArgumentHelp("Go on with a run that was interrupted.", valueName: "run"))
  var resume: String?

  @Flag(help: "With --resume: go on from the checkpoint before the last one, where that is damaged.")
  var fromPrevious = false

  @Flag(help: "Build the model, count, take one step and print the values of all options; write nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Print the results only.")
  var quiet = false

  func validate() throws {
    if fromPrevious, resume == nil { throw ValidationError("--from-previous goes with --resume RUN") }
    if resume != nil, dryRun {
      throw ValidationError("--dry-run writes nothing, and --resume goes on writing; leave out one")
    }
    if resume != nil, let name = recording.name {
      throw ValidationError("a resumed run keeps its name; leave out --name \(name)")
    }
  }

  func run() throws {
    try ReferenceFailure.explained {
      if let resume { return try goOn(RunFolder(resume)) }
      var configuration = task.startingPoint.applying(overrides)
      configuration.kernel = Processor.fastest.name
      configuration.version = version
      try configuration.check()
      let data = try TrainingData.load(&configuration)
      if dryRun { return try DryRun(configuration, data).run() }
      if configuration.model == NearestNeighbours.modelName { return try search(configuration, data) }
      let trainer = Trainer(try configuration.makeNetwork(for: data.training), data: data, configuration: configuration)
      try finish(trainer, in: makeFolder(configuration)) { try $0.begin() }
    }
  }

  private var overrides: [Override] { task.overrides + hyperparameters.overrides + recording.overrides }

  private func goOn(_ folder: RunFolder) throws {
    var configuration = try folder.readConfiguration().resuming(with: overrides)
    if configuration.kernel != Processor.fastest.name {
      Output.complain(
        "warning: the run was begun with the kernels '\(configuration.kernel)', and this processor runs "
          + "'\(Processor.fastest.name)'; the last digits of the weights will differ from those of an uninterrupted run"
      )
    }
    let data = try TrainingData.load(&configuration)
    let trainer = Trainer(try configuration.makeNetwork(for: data.training), data: data, configuration: configuration)
    try finish(trainer, in: folder) { try $0.resume(from: fromPrevious ? .previous : .current) }
  }

  private func makeFolder(_ configuration: TrainingConfiguration) throws -> RunFolder {
    let fallback = "\(configuration.dataset)-\(configuration.model)-\(configuration.recipe)-seed\(configuration.seed)"
    return try RunFolder.make(recording.name, or: fallback, in: recording.output)
  }

  /// Lets a run go to its end, and says what came out.
  private func finish(
    _ trainer: Trainer, in folder: RunFolder, _ start: (TrainingRun) throws -> Void
  ) throws {
    let progress = ProgressReport(folder: folder)
    defer { progress.leaveLine() }
    StopSignal.listen()
    let run = TrainingRun(
      trainer, in: folder, observers: quiet ? [] : [progress], isStopRequested: { StopSignal.wasReceived })
    try start(run)
    Output.write(ResultText.of(try run.run(), in: folder, attribution: trainer.data.attribution))
  }

  private func search(_ configuration: TrainingConfiguration, _ data: TrainingData) throws {
    let run = try NearestNeighboursRun(configuration, data, in: makeFolder(configuration))
    Output.write(ResultText.of(try run.run(), in: run.folder, attribution: data.attribution))
  }
}
