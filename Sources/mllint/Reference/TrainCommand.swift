import ArgumentParser
import Reference

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a model and record the run in a new directory.",
    discussion: """
      Hyperparameters come from the recipe and can be overridden with options. The best epoch is selected on a validation \
      split held out from the training images. The official test split is evaluated once, at the end.
      """)

  @OptionGroup(title: "Task") var task: TaskOptions
  @OptionGroup(title: "Hyperparameters") var hyperparameters: HyperparameterOptions
  @OptionGroup(title: "Recording") var recording: RecordingOptions

  @Option(help: ArgumentHelp("Resume an interrupted run.", valueName: "run"))
  var resume: String?

  @Flag(help: "With --resume: use the previous checkpoint, if the current one is corrupt.")
  var fromPrevious = false

  @Flag(help: "Print the configuration and model size, take one step, and write nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Print only the results.")
  var quiet = false

  func validate() throws {
    if fromPrevious, resume == nil { throw ValidationError("--from-previous requires --resume RUN") }
    if resume != nil, dryRun { throw ValidationError("--dry-run cannot be combined with --resume; remove one of them") }
    if resume != nil, let name = recording.name {
      throw ValidationError("a resumed run keeps its name; remove --name \(name)")
    }
  }

  func run() throws {
    try ReferenceFailure.explained {
      if let resume { return try resumeRun(in: RunDirectory(FilePath(resume))) }
      var configuration = task.baseConfiguration.applying(overrides)
      configuration.kernel = KernelVariant.fastest.name
      configuration.version = version
      try configuration.validate()
      let data = try TrainingData.load(&configuration)
      if dryRun { return try DryRun(configuration, data).run() }
      if configuration.model == NearestNeighbors.modelName { return try runNearestNeighbors(configuration, data) }
      let trainer = Trainer(try configuration.makeNetwork(for: data.training), data: data, configuration: configuration)
      try finish(trainer, in: createDirectory(configuration)) { try $0.begin() }
    }
  }

  private var overrides: [Override] { task.overrides + hyperparameters.overrides + recording.overrides }

  private func resumeRun(in directory: RunDirectory) throws {
    var configuration = try directory.readConfiguration().resuming(with: overrides)
    if configuration.kernel != KernelVariant.fastest.name {
      Output.complain(
        "warning: the run used \(configuration.kernel) kernels, but this processor runs \(KernelVariant.fastest.name); "
          + "the weights will differ slightly from those of an uninterrupted run")
    }
    let data = try TrainingData.load(&configuration)
    let trainer = Trainer(try configuration.makeNetwork(for: data.training), data: data, configuration: configuration)
    try finish(trainer, in: directory) { try $0.resume(from: fromPrevious ? .previous : .current) }
  }

  private func createDirectory(_ configuration: TrainingConfiguration) throws -> RunDirectory {
    let name = "\(configuration.dataset)-\(configuration.model)-\(configuration.recipe)-seed\(configuration.seed)"
    return try RunDirectory.create(named: recording.name, or: name, in: FilePath(recording.output))
  }

  /// Runs the training to the end and prints the result.
  private func finish(
    _ trainer: Trainer, in directory: RunDirectory, _ start: (TrainingRun) throws -> Void
  ) throws {
    let progress = ProgressReporter(directory: directory)
    defer { progress.endLine() }
    StopSignal.listen()
    let run = TrainingRun(
      trainer, in: directory, callbacks: quiet ? [] : [progress], isStopRequested: { StopSignal.wasReceived })
    try start(run)
    Output.write(ResultText.of(try run.run(), in: directory, attribution: trainer.data.attribution))
  }

  private func runNearestNeighbors(_ configuration: TrainingConfiguration, _ data: TrainingData) throws {
    let run = try NearestNeighborsRun(configuration, data, in: createDirectory(configuration))
    Output.write(ResultText.of(try run.run(), in: run.directory, attribution: data.attribution))
  }
}
