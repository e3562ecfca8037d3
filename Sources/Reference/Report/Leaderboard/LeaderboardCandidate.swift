/// A result that has not been ranked yet.
struct LeaderboardCandidate {
  let testAccuracy: Double
  let run: String?
  private let model: String
  private let validationAccuracy: Double?
  private let parameters: Int?
  private let multiplyAdds: Int?
  private let seconds: Double?

  init(_ published: PublishedResult) {
    model = published.model
    run = nil
    testAccuracy = published.testAccuracy
    validationAccuracy = nil
    parameters = published.parameters
    multiplyAdds = published.multiplyAdds
    seconds = nil
  }

  init?(_ local: RecordedRun) {
    guard let result = local.result, let accuracy = result.testAccuracy else { return nil }
    model = [local.model, local.recipe, local.seed.map { "seed \($0)" }].compactMap { $0 }.joined(separator: ", ")
    run = local.name
    testAccuracy = accuracy
    validationAccuracy = result.validationAccuracy
    parameters = result.parameters
    multiplyAdds = result.multiplyAdds
    seconds = result.seconds
  }

  func entry(rank: Int) -> Leaderboard.Entry {
    Leaderboard.Entry(
      rank: rank, model: model, run: run, testAccuracy: testAccuracy, validationAccuracy: validationAccuracy,
      parameters: parameters, multiplyAdds: multiplyAdds, seconds: seconds)
  }
}

extension RecordedRun {
  /// Why the run cannot be ranked; nil if its test accuracy is comparable.
  func reasonNotRanked(_ notes: DatasetNotes) -> String? {
    guard result?.testAccuracy != nil else {
      let soFar = validationAccuracy.map { "; validation accuracy so far: \(NumberFormat.percent($0))" } ?? ""
      return (result == nil ? "not finished" : "not evaluated on the test split") + soFar
    }
    if let expected = notes.testCount, let images = result?.confusion?.total, images != expected {
      return "evaluated on \(NumberFormat.integer(images)) of the \(NumberFormat.integer(expected)) test images"
    }
    return nil
  }
}
