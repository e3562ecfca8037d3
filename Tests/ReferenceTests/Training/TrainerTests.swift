import Reference
import Testing

@Suite struct TrainerTests {
  @Test func trainingIsDeterministicForAnyThreadCount() throws {
    let results = try [1, 2, 3, 2].map { threads in
      let trainer = try TinyTask.trainer(TinyTask.configuration(threads: threads))
      for _ in 0..<9 { _ = try trainer.step() }
      return TinyTask.weights(trainer).map(\.bitPattern)
    }
    for other in results.dropFirst() { #expect(other == results[0]) }
  }

  @Test(arguments: ["cheap", "residual", "keras-cnn", "conv-5x5", "wide"])
  func everyModelIsIndependentOfThreadCount(model: String) throws {
    let results = try [1, 2].map { threads in
      let trainer = try TinyTask.trainer(TinyTask.configuration(threads: threads) { $0.model = model })
      for _ in 0..<2 { _ = try trainer.step() }
      return TinyTask.weights(trainer).map(\.bitPattern)
    }
    #expect(results[0] == results[1])
  }

  @Test func seedDeterminesWeights() throws {
    let results = try [1, 2].map { seed in
      TinyTask.weights(try TinyTask.trainer(TinyTask.configuration { $0.seed = seed }))
    }
    #expect(results[0] != results[1])
  }

  @Test func validationAccuracyImproves() throws {
    let trainer = try TinyTask.trainer(
      TinyTask.configuration {
        $0.epochs = 8
        $0.cutout = 0
        $0.rotation = 0
        $0.scale = 0
        $0.shift = 0
      })
    var accuracies: [Double] = []
    while !trainer.isFinished {
      while !trainer.isEpochComplete { _ = try trainer.step() }
      accuracies.append(try trainer.finishEpoch().metrics.validationAccuracy ?? 0)
    }
    #expect(accuracies.last ?? 0 > 0.6, "validation accuracies by epoch: \(accuracies)")
    #expect(trainer.state.best?.validationAccuracy == accuracies.max())
  }

  @Test func epochDropsIncompleteBatch() throws {
    let trainer = try TinyTask.trainer(TinyTask.configuration())
    #expect(trainer.stepsPerEpoch == 10)
    while !trainer.isEpochComplete { _ = try trainer.step() }
    #expect(trainer.state.imagesSeen == 480)
    let (metrics, isBest) = try trainer.finishEpoch()
    #expect(isBest)
    #expect(metrics.epoch == 1)
    #expect(metrics.step == 10)
    #expect((trainer.state.epoch, trainer.state.stepInEpoch, trainer.state.imagesSeen) == (2, 0, 0))
  }

  @Test func nonFiniteLossThrowsDiverged() throws {
    let trainer = try TinyTask.trainer(TinyTask.configuration { $0.learningRate = 1e12 })
    let error = #expect(throws: TrainingError.self) { for _ in 0..<10 { _ = try trainer.step() } }
    guard case .diverged(let epoch, _, let loss, _) = error else {
      Issue.record("expected .diverged, found \(String(describing: error))")
      return
    }
    #expect(epoch == 1)
    #expect(!loss.isFinite)
    #expect("\(try #require(error))".contains("retry with a lower --learning-rate"))
  }
}
