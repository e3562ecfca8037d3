/// A result before its place is known.
struct LeaderboardCandidate {
  let testAccuracy: Double
  let run: String?
  private let model: String
  private let holdoutAccuracy: Double?
  private let parameters: Int?
  private let multiplyAdds: Int?
  private let seconds: Double?

  init(_ published: PublishedResult) {
    model = published.model
    run = nil
    testAccuracy = published.testAccuracy
    holdoutAccuracy = nil
    parameters = published.parameters
    multiplyAdds = published.multiplyAdds
    seconds = nil
  }

  init?(_ local: RecordedRun) {
    guard let result = local.result, let accuracy = result.testAccuracy else { return nil }
    model = [local.model, local.recipe, local.seed.map { "seed \($0)" }].compactMap { $0 }.joined(separator: ", ")
    run = local.name
    testAccuracy = accuracy
    holdoutAccuracy = result.holdoutAccuracy
    parameters = result.parameters
    multiplyAdds = result.multiplyAdds
    seconds = result.seconds
  }

  func entry(rank: Int) -> Leaderboard.Entry {
    Leaderboard.Entry(
      rank: rank, model: model, run: run, testAccuracy: testAccuracy, holdoutAccuracy: holdoutAccuracy,
      parameters: parameters, multiplyAdds: multiplyAdds, seconds: seconds)
  }
}

extension RecordedRun {
  /// Why the run's test accuracy, if it has one, cannot stand beside others.
  func reasonToRankNot(_ notes: DatasetNotes) -> String? {
    guard result?.testAccuracy != nil else {
      let soFar = holdoutAccuracy.map { "; \(Figures.percent($0)) of the hold-out so far" } ?? ""
      return (result == nil ? "not finished" : "not measured on the test split") + soFar
    }
    if let expected = notes.testCount, let images = result?.confusion?.total, images != expected {
      return "measured on \(Figures.count(images)) of the \(Figures.count(expected)) test images"
    }
    return nil
  }
}
