import Reference
import Testing

/// Recipes, overrides, validation and run directories.
@Suite struct ConfigurationTests {
  @Test(arguments: Recipe.all.map(\.name), DatasetCatalog.names)
  func everyRecipeIsValidForEveryDataset(recipe: String, dataset: String) throws {
    let configuration = try #require(Recipe.named(recipe)).configuration(dataset: dataset)
    #expect(configuration.recipe == recipe)
    try configuration.validate()
  }

  @Test func validationReportsAllProblems() {
    var configuration = TrainingConfiguration(dataset: "kmnits")
    configuration.epochs = 0
    configuration.learningRate = .nan
    configuration.momentum = 1
    configuration.widthMultiplier = 100
    let error = #expect(throws: ConfigurationError.self) { try configuration.validate() }
    #expect(error?.problems.count == 5)
    #expect(error?.problems.contains("--epochs must be between 1 and 100000, found 0") == true)
    #expect(error?.problems.contains("--learning-rate must be greater than 0, found nan") == true)
    #expect(error?.problems.contains("--momentum must be in [0, 1), found 1.0") == true)
    #expect(error?.problems.first?.hasSuffix("found 'kmnits'") == true)
  }

  @Test func validationSizeDefaultsToOneTwelfthAndLeavesABatch() throws {
    var configuration = TrainingConfiguration(dataset: "kmnist")
    try configuration.resolveValidationSize(trainingCount: 60_000)
    #expect(configuration.validationSize == 5000)
    configuration.validationSize = 300
    configuration.batchSize = 128
    let error = #expect(throws: ConfigurationError.self) { try configuration.resolveValidationSize(trainingCount: 400) }
    #expect(
      error?.problems == [
        "--batch-size must be between 1 and 100 (100 images are left for training, and incomplete batches are dropped), "
          + "found 128"
      ])
    configuration.validationSize = 400
    #expect(throws: ConfigurationError.self) { try configuration.resolveValidationSize(trainingCount: 400) }
  }

  @Test func overridesReplaceRecipeValues() throws {
    let overrides = [
      Override.set("--epochs", \.epochs, 3), .set("--momentum", \.momentum, nil), .set("--threads", \.threads, 7),
    ].compactMap { $0 }
    let configuration = try #require(Recipe.named("article")).configuration(dataset: "mnist").applying(overrides)
    #expect(configuration.epochs == 3)
    #expect(configuration.momentum == 0)
    #expect(configuration.threads == 7)
  }

  @Test func resumedRunRejectsConflictingOptions() throws {
    let saved = TrainingConfiguration(dataset: "mnist")
    let agreeing = [Override.set("--epochs", \.epochs, 15), .set("--threads", \.threads, 2, allowedOnResume: true)]
    #expect(try saved.resuming(with: agreeing.compactMap { $0 }).threads == 2)
    let conflicting = [Override.set("--epochs", \.epochs, 20), .set("--schedule", \.schedule, .cosine)]
    let error = #expect(throws: ConfigurationError.self) { try saved.resuming(with: conflicting.compactMap { $0 }) }
    #expect(
      error?.problems.dropLast() == [
        "--epochs 20 conflicts with the run, which was started with 15",
        "--schedule cosine conflicts with the run, which was started with one-cycle",
      ])
  }

  @Test func configurationRoundTripsThroughRunDirectory() throws {
    let directory = try TemporaryDirectory()
    let configuration = TinyTask.configuration { $0.validationSize = 100 }
    let run = TrainingRun(
      try TinyTask.trainer(configuration), in: try RunDirectory.create(named: "run", or: "", in: directory.path))
    try run.begin()
    #expect(try run.directory.readConfiguration() == configuration)
    #expect(try configuration.text().contains("\"batch_size\" : 48"))
  }

  @Test func defaultNamesOfRunsAreNumbered() throws {
    let directory = try TemporaryDirectory()
    let parent = directory.file("a/b")
    #expect(try RunDirectory.create(named: nil, or: "run", in: parent).path.string == "\(parent)/run")
    #expect(try RunDirectory.create(named: nil, or: "run", in: parent).path.string == "\(parent)/run-2")
    #expect(throws: TrainingError.runExists(path: "\(parent)/run")) {
      try RunDirectory.create(named: "run", or: "", in: parent)
    }
  }

  @Test func invalidRunDirectoryIsReported() throws {
    let directory = try TemporaryDirectory()
    #expect(throws: TrainingError.notARun(path: directory.path.string, missing: "configuration.json")) {
      try RunDirectory(directory.path).readConfiguration()
    }
    try directory.write("configuration.json", "{\"dataset\": 3}")
    let error = #expect(throws: TrainingError.self) { try RunDirectory(directory.path).readConfiguration() }
    #expect("\(try #require(error))".contains("configuration.json' is corrupt: at 'dataset': "))
  }
}
