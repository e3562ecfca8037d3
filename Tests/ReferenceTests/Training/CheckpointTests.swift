import Foundation
import Reference
import Testing

/// Saving a run at any moment and going on from there.
@Suite struct CheckpointTests {
  @Test(arguments: [1, 7, 10, 13, 19, 20], ["sgd", "adam"])
  func aResumedRunGoesOnBitForBit(stop: Int, optimizer: String) throws {
    let folder = try TemporaryFolder()
    let configuration = TinyTask.configuration {
      $0.optimizer = optimizer == "sgd" ? .sgd : .adam
      $0.learningRate = optimizer == "sgd" ? 0.02 : 0.002
    }
    let whole = try makeRun(configuration, in: folder, "whole")
    try whole.begin()
    let expected = try whole.run()

    // Stops after so many steps, as a second process would find it.
    let stopped = try makeRun(configuration, in: folder, "stopped", stopAfter: stop)
    try stopped.begin()
    if stop.isMultiple(of: 10) {
      // The last step of an epoch is followed by its end; the run stops after the next step, if there is one.
      _ = try? stopped.run()
    } else {
      #expect(throws: TrainingError.interrupted(run: stopped.folder.path, epoch: stop / 10 + 1, step: stop)) {
        try stopped.run()
      }
    }
    let resumed = try makeRun(configuration, existing: stopped.folder)
    if stop < 20 {
      try resumed.resume()
      #expect(try resumed.run().testLoss == expected.testLoss)
    }
    #expect(try bytes(resumed.folder, .best) == bytes(whole.folder, .best))
    #expect(try metrics(resumed.folder) == metrics(whole.folder))
  }

  @Test func aFinishedRunSaysSo() throws {
    let folder = try TemporaryFolder()
    let run = try makeRun(TinyTask.configuration { $0.epochs = 1 }, in: folder, "run")
    try run.begin()
    _ = try run.run()
    let again = try makeRun(TinyTask.configuration { $0.epochs = 1 }, existing: run.folder)
    #expect(throws: TrainingError.finished(path: run.folder.path, epochs: 1)) { try again.resume() }
  }

  @Test(
    arguments: [
      ("model", "'conv-5x5'", "'article-cnn'"), ("dataset", "'mnist'", "'brush-strokes'"), ("seed", "'2'", "'1'"),
    ])
  func aCheckpointOfAnotherRunIsRefused(what: String, expected: String, found: String) throws {
    let folder = try TemporaryFolder()
    // Its lock goes with it.
    let runFolder = try {
      let run = try makeRun(TinyTask.configuration(), in: folder, "run")
      try run.begin()
      return run.folder
    }()
    let other = TinyTask.configuration {
      switch what {
      case "model": $0.model = "conv-5x5"
      case "dataset": $0.dataset = "mnist"
      default: $0.seed = 2
      }
    }
    let path = runFolder.checkpoint(.current).path(percentEncoded: false)
    let resumed = try makeRun(other, existing: runFolder)
    #expect(throws: TrainingError.otherCheckpoint(path: path, what: what, expected: expected, found: found)) {
      try resumed.resume()
    }
  }

  @Test func aDamagedCheckpointNamesTheOneBefore() throws {
    let folder = try TemporaryFolder()
    let configuration = TinyTask.configuration { $0.checkpointInterval = 3 }
    let run = try makeRun(configuration, in: folder, "run", stopAfter: 8)
    try run.begin()
    #expect(throws: TrainingError.interrupted(run: run.folder.path, epoch: 1, step: 8)) { try run.run() }
    let url = run.folder.checkpoint(.current)
    var damaged = try Data(contentsOf: url)
    damaged[damaged.count / 2] ^= 1
    try damaged.write(to: url)
    let resumed = try makeRun(configuration, existing: run.folder)
    let error = try #require(throws: TrainingError.self) { try resumed.resume() }
    #expect("\(error)".contains("previous.safetensors' is the checkpoint before it: add --from-previous"), "\(error)")
    try resumed.resume(from: .previous)
    #expect(resumed.trainer.state.step == 6)
  }

  @Test func weightsThatAreNotFiniteAreNotSaved() throws {
    let folder = try TemporaryFolder()
    let configuration = TinyTask.configuration {
      $0.learningRate = 1e30
      $0.checkpointInterval = 1
    }
    let run = try makeRun(configuration, in: folder, "run")
    try run.begin()
    let error = try #require(throws: TrainingError.self) { try run.run() }
    #expect("\(error)".hasPrefix("the loss became "))
    let file = try SafetensorsFile(contentsOf: run.folder.checkpoint(.current))
    #expect(file.tensors.allSatisfy { $0.name.contains("/") || $0.values.allSatisfy(\.isFinite) })
  }

  private func makeRun(
    _ configuration: TrainingConfiguration, in folder: TemporaryFolder, _ name: String, stopAfter steps: Int = .max
  ) throws -> TrainingRun {
    let trainer = try TinyTask.trainer(configuration)
    return TrainingRun(trainer, in: try RunFolder.make(name, or: "", in: folder.path)) {
      trainer.state.step >= steps
    }
  }

  private func makeRun(_ configuration: TrainingConfiguration, existing folder: RunFolder) throws -> TrainingRun {
    TrainingRun(try TinyTask.trainer(configuration), in: folder)
  }

  private func bytes(_ folder: RunFolder, _ kind: CheckpointKind) throws -> Data {
    try Data(contentsOf: folder.checkpoint(kind))
  }

  /// The metrics without times, which differ.
  private func metrics(_ folder: RunFolder) throws -> [[String: Double]] {
    try String(contentsOf: folder.metrics, encoding: .utf8).split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      var numbers = object.compactMapValues { $0 as? Double }
      for key in ["seconds", "images_per_second"] { numbers[key] = nil }
      return numbers
    }
  }
}
