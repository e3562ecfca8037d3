import Foundation
import Reference
import Testing

/// Recipes, options over them, and what is refused.
@Suite struct ConfigurationTests {
  @Test(arguments: Recipe.all.map(\.name), DatasetCatalogue.names)
  func everyRecipeIsValidForEveryDataset(recipe: String, dataset: String) throws {
    let configuration = try #require(Recipe.named(recipe)).configuration(dataset: dataset)
    #expect(configuration.recipe == recipe)
    try configuration.check()
  }

  @Test func allProblemsAreNamedAtOnce() {
    var configuration = TrainingConfiguration(dataset: "kmnits")
    configuration.epochs = 0
    configuration.learningRate = .nan
    configuration.momentum = 1
    configuration.width = 100
    let error = #expect(throws: ConfigurationError.self) { try configuration.check() }
    #expect(error?.problems.count == 5)
    #expect(error?.problems.contains("--epochs takes 1 to 100000; found 0") == true)
    #expect(error?.problems.contains("--learning-rate takes a number greater than 0; found nan") == true)
    #expect(error?.problems.contains("--momentum takes 0 or more and less than 1; found 1.0") == true)
    #expect(error?.problems.first?.hasSuffix("found 'kmnits'") == true)
  }

  @Test func theHoldOutIsATwelfthAndHasToLeaveABatch() throws {
    var configuration = TrainingConfiguration(dataset: "kmnist")
    try configuration.fit(trainingCount: 60_000)
    #expect(configuration.holdout == 5000)
    configuration.holdout = 300
    configuration.batchSize = 128
    let error = #expect(throws: ConfigurationError.self) { try configuration.fit(trainingCount: 400) }
    #expect(
      error?.problems == [
        "--batch-size takes 1 to 100 (100 images are left to train on, and an incomplete batch is dropped); found 128"
      ])
    configuration.holdout = 400
    #expect(throws: ConfigurationError.self) { try configuration.fit(trainingCount: 400) }
  }

  @Test func optionsReplaceTheRecipe() throws {
    let overrides = [
      Override.set("--epochs", \.epochs, 3), .set("--momentum", \.momentum, nil), .set("--threads", \.threads, 7),
    ].compactMap { $0 }
    let configuration = try #require(Recipe.named("article")).configuration(dataset: "mnist").applying(overrides)
    #expect(configuration.epochs == 3)
    #expect(configuration.momentum == 0)
    #expect(configuration.threads == 7)
  }

  @Test func aResumedRunRefusesWhatContradictsIt() throws {
    let saved = TrainingConfiguration(dataset: "mnist")
    let agreeing = [Override.set("--epochs", \.epochs, 15), .set("--threads", \.threads, 2, freeOnResume: true)]
    #expect(try saved.resuming(with: agreeing.compactMap { $0 }).threads == 2)
    let contradicting = [Override.set("--epochs", \.epochs, 20), .set("--schedule", \.schedule, .cosine)]
    let error = #expect(throws: ConfigurationError.self) { try saved.resuming(with: contradicting.compactMap { $0 }) }
    #expect(
      error?.problems.dropLast() == [
        "--epochs asks for 20, and the run was begun with 15",
        "--schedule asks for cosine, and the run was begun with one-cycle",
      ])
  }

  @Test func itReadsBackFromTheRunFolder() throws {
    let folder = try TemporaryFolder()
    let configuration = TinyTask.configuration { $0.holdout = 100 }
    let run = TrainingRun(
      try TinyTask.trainer(configuration), in: try RunFolder.make("run", or: "", in: folder.path))
    try run.begin()
    #expect(try run.folder.readConfiguration() == configuration)
    #expect(try configuration.text().contains("\"batch_size\" : 48"))
  }

  @Test func foldersOfRunsAreNumberedUnlessNamed() throws {
    let folder = try TemporaryFolder()
    let parent = folder.path + "a/b"
    #expect(try RunFolder.make(nil, or: "run", in: parent).path == "\(parent)/run")
    #expect(try RunFolder.make(nil, or: "run", in: parent).path == "\(parent)/run-2")
    #expect(throws: TrainingError.runExists(path: "\(parent)/run")) { try RunFolder.make("run", or: "", in: parent) }
  }

  @Test func aFolderThatIsNoRunSaysWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: TrainingError.notARun(path: folder.path, missing: "configuration.json")) {
      try RunFolder(folder.path).readConfiguration()
    }
    try Data("{\"dataset\": 3}".utf8).write(to: RunFolder(folder.path).configuration)
    let error = #expect(throws: TrainingError.self) { try RunFolder(folder.path).readConfiguration() }
    #expect("\(try #require(error))".contains("configuration.json' is damaged: at 'dataset': "))
  }
}
