import Foundation
import Reference
import Testing

/// Metrics, mistakes and the k-nearest-neighbors classifier.
@Suite struct EvaluationTests {
  @Test func metricsMatchProbabilities() {
    let evaluation = Evaluation(
      probabilities: [0.7, 0.2, 0.1, 0.1, 0.3, 0.6, 0.2, 0.3, 0.5, 0.9, 0.05, 0.05], labels: [0, 1, 2, 2], classCount: 3
    )
    #expect(evaluation.predictions == [0, 2, 2, 0])
    #expect(evaluation.confusion == [[1, 0, 0], [0, 0, 1], [1, 0, 1]])
    #expect(evaluation.correctCount == 2)
    #expect(evaluation.accuracy == 0.5)
    let expected = -(log(0.7) + log(0.3) + log(0.5) + log(0.05)) / 4
    #expect(abs(evaluation.loss - expected) < 1e-6)
  }

  @Test func mistakesAreSortedByConfidence() {
    let dataset = ImageDataset(
      name: "test", height: 1, width: 2, pixels: [0, 1, 2, 3, 4, 5], labels: [0, 1, 1], classNames: ["a", "b"])
    let evaluation = Evaluation(probabilities: [0.4, 0.6, 0.9, 0.1, 0.2, 0.8], labels: dataset.labels, classCount: 2)
    let mistakes = evaluation.mistakes(in: dataset)
    #expect(mistakes.map(\.index) == [1, 0])
    #expect(mistakes[0].label == 1)
    #expect(mistakes[0].predicted == 0)
    #expect(mistakes[0].confidence == 0.9)
    #expect(Data(base64Encoded: mistakes[0].pixels) == Data([2, 3]))
    #expect(evaluation.mistakes(in: dataset, limit: 1).count == 1)
  }

  @Test func nanProbabilityMakesLossNaN() {
    #expect(Evaluation(probabilities: [.nan, .nan], labels: [0], classCount: 2).loss.isNaN)
    #expect(Evaluation(probabilities: [0, 1], labels: [0], classCount: 2).loss.isFinite)
  }

  @Test func evaluationIsIndependentOfThreadCount() throws {
    let network = try TinyTask.configuration().makeNetwork(for: TinyTask.data.test)
    let evaluations = [1, 2].map {
      Evaluator(network, workers: Workers(count: $0)).evaluate(TinyTask.data.test, testTimeAugmentation: true)
    }
    #expect(evaluations[0].loss.bitPattern == evaluations[1].loss.bitPattern)
    #expect(evaluations[0].confidences == evaluations[1].confidences)
  }

  @Test(arguments: [(28, 28), (40, 45)])
  func nearestNeighborsMatchNaiveLoop(height: Int, width: Int) {
    var random = RandomGenerator(seed: 3)
    let sets = [1100, 40].map { count in
      ImageDataset(
        name: "noise", height: height, width: width,
        pixels: (0..<count * height * width).map { _ in UInt8(random.index(below: 2) * 255) },
        labels: (0..<count).map { _ in UInt8(random.index(below: 5)) }, classNames: ["a", "b", "c", "d", "e"])
    }
    let model = NearestNeighbors(sets[0], neighborCount: 3)
    let found = model.probabilities(of: sets[1], workers: Workers(count: 2))
    for query in 0..<sets[1].count {
      let distances = (0..<sets[0].count).map { squaredDistance(sets[1], query, sets[0], $0) }
      let nearest = distances.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.prefix(3)
      var votes = [Float](repeating: 0, count: 5)
      for index in nearest { votes[Int(sets[0].labels[index])] += 1 / Float(distances[index]).squareRoot() }
      let sum = votes.reduce(0, +)
      #expect(Array(found[query * 5..<query * 5 + 5]) == votes.map { $0 / sum })
    }
    // An identical training image decides alone.
    let same = model.probabilities(of: sets[0].subset([7]), workers: Workers(count: 1))
    #expect(same[Int(sets[0].labels[7])] == 1)
  }

  @Test func nearestNeighborsRunWritesResult() throws {
    let directory = try TemporaryDirectory()
    let configuration = TinyTask.configuration { $0.model = NearestNeighbors.modelName }
    let run = try NearestNeighborsRun(
      configuration, TinyTask.data, in: try RunDirectory.create(named: "knn", or: "", in: directory.path))
    let result = try run.run()
    #expect(result.epochs == 0)
    #expect(result.testAccuracy > 0.4 && result.testAccuracy < 1)
    #expect((result.validationAccuracy ?? 0) > 0.4)
    #expect(run.directory.result.exists)
  }

  private func squaredDistance(_ first: ImageDataset, _ image: Int, _ second: ImageDataset, _ other: Int) -> Int {
    let size = first.height * first.width
    return (0..<size).reduce(0) { sum, pixel in
      let difference = Int(first.pixels[image * size + pixel]) - Int(second.pixels[other * size + pixel])
      return sum + difference * difference
    }
  }
}
