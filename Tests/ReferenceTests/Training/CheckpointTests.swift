import Foundation
import Reference
import Testing

/// Saving and resuming runs.
@Suite struct CheckpointTests {
  @Test(arguments: [1, 7, 10, 13, 19, 20], ["sgd", "adamw"])
  func resumedRunMatchesUninterruptedRunBitForBit(stop: Int, optimizer: String) throws {
    let directory = try TemporaryDirectory()
    let configuration = TinyTask.configuration {
      $0.optimizer = optimizer == "sgd" ? .sgd : .adamw
      $0.learningRate = optimizer == "sgd" ? 0.02 : 0.002
    }
    let whole = try makeRun(configuration, in: directory, "whole")
    try whole.begin()
    let expected = try whole.run()

    // Stop after some steps, as a second process would find the run.
    let stopped = try makeRun(configuration, in: directory, "stopped", stopAfter: stop)
    try stopped.begin()
    if stop.isMultiple(of: 10) {
      // After the last step of an epoch, the run continues to the next step before it stops.
      _ = try? stopped.run()
    } else {
      #expect(throws: TrainingError.interrupted(run: stopped.directory.path.string, epoch: stop / 10 + 1, step: stop)) {
        try stopped.run()
      }
    }
    let resumed = try makeRun(configuration, existing: stopped.directory)
    if stop < 20 {
      try resumed.resume()
      #expect(try resumed.run().testLoss == expected.testLoss)
    }
    #expect(try bytes(resumed.directory, .best) == bytes(whole.directory, .best))
    #expect(try metrics(resumed.directory) == metrics(whole.directory))
  }

  @Test func resumingFinishedRunThrows() throws {
    let directory = try TemporaryDirectory()
    let run = try makeRun(TinyTask.configuration { $0.epochs = 1 }, in: directory, "run")
    try run.begin()
    _ = try run.run()
    let again = try makeRun(TinyTask.configuration { $0.epochs = 1 }, existing: run.directory)
    #expect(throws: TrainingError.finished(path: run.directory.path.string, epochs: 1)) { try again.resume() }
  }

  @Test(
    arguments: [
      ("model", "'conv-5x5'", "'article-cnn'"), ("dataset", "'mnist'", "'brush-strokes'"), ("seed", "'2'", "'1'"),
    ])
  func checkpointOfAnotherRunIsRejected(key: String, expected: String, found: String) throws {
    let directory = try TemporaryDirectory()
    // The run must be released, because it holds the lock.
    let runDirectory = try {
      let run = try makeRun(TinyTask.configuration(), in: directory, "run")
      try run.begin()
      return run.directory
    }()
    let other = TinyTask.configuration {
      switch key {
      case "model": $0.model = "conv-5x5"
      case "dataset": $0.dataset = "mnist"
      default: $0.seed = 2
      }
    }
    let path = runDirectory.checkpoint(.current).string
    let resumed = try makeRun(other, existing: runDirectory)
    #expect(throws: TrainingError.checkpointMismatch(path: path, key: key, expected: expected, found: found)) {
      try resumed.resume()
    }
  }

  @Test func corruptCheckpointSuggestsPrevious() throws {
    let directory = try TemporaryDirectory()
    let configuration = TinyTask.configuration { $0.checkpointInterval = 3 }
    let run = try makeRun(configuration, in: directory, "run", stopAfter: 8)
    try run.begin()
    #expect(throws: TrainingError.interrupted(run: run.directory.path.string, epoch: 1, step: 8)) { try run.run() }
    let path = run.directory.checkpoint(.current)
    var corrupt = try AtomicFile.read(path)
    corrupt[corrupt.count / 2] ^= 1
    try AtomicFile.write(corrupt, to: path)
    let resumed = try makeRun(configuration, existing: run.directory)
    let error = try #require(throws: TrainingError.self) { try resumed.resume() }
    #expect("\(error)".contains("; add --from-previous to resume from '"), "\(error)")
    try resumed.resume(from: .previous)
    #expect(resumed.trainer.state.step == 6)
  }

  @Test func nonFiniteWeightsAreNotSaved() throws {
    let directory = try TemporaryDirectory()
    let configuration = TinyTask.configuration {
      $0.learningRate = 1e30
      $0.checkpointInterval = 1
    }
    let run = try makeRun(configuration, in: directory, "run")
    try run.begin()
    let error = try #require(throws: TrainingError.self) { try run.run() }
    #expect("\(error)".hasPrefix("the loss became "))
    let file = try SafetensorsFile(contentsOf: run.directory.checkpoint(.current))
    #expect(file.tensors.allSatisfy { $0.name.contains("/") || $0.values.allSatisfy(\.isFinite) })
  }

  private func makeRun(
    _ configuration: TrainingConfiguration, in directory: TemporaryDirectory, _ name: String,
    stopAfter steps: Int = .max
  ) throws -> TrainingRun {
    let trainer = try TinyTask.trainer(configuration)
    return TrainingRun(trainer, in: try RunDirectory.create(named: name, or: "", in: directory.path)) {
      trainer.state.step >= steps
    }
  }

  private func makeRun(_ configuration: TrainingConfiguration, existing directory: RunDirectory) throws -> TrainingRun {
    TrainingRun(try TinyTask.trainer(configuration), in: directory)
  }

  private func bytes(_ directory: RunDirectory, _ kind: CheckpointKind) throws -> [UInt8] {
    try AtomicFile.read(directory.checkpoint(kind))
  }

  /// The metrics without times, which differ between runs.
  private func metrics(_ directory: RunDirectory) throws -> [[String: Double]] {
    try AtomicFile.read(directory.metrics).split(separator: UInt8(ascii: "\n")).map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
      var numbers = object.compactMapValues { $0 as? Double }
      for key in ["seconds", "images_per_second"] { numbers[key] = nil }
      return numbers
    }
  }
}
