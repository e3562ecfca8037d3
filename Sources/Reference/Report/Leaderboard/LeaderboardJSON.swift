import FoundationEssentials

/// Leaderboards as JSON, with sorted keys and accuracies as fractions.
public struct LeaderboardJSON: Encodable {
  private let leaderboards: [Board]
  private let version = 1

  public init(_ boards: [Leaderboard]) { leaderboards = boards.map(Board.init) }

  /// The JSON text with a trailing newline.
  public func write() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  private struct Board: Encodable {
    let attribution: String?
    let dataset: String
    let entries: [Entry]
    let testSplit: String
    let unranked: [Unranked]

    init(_ board: Leaderboard) {
      let notes = DatasetNotes(of: board.dataset)
      attribution = notes.attribution
      dataset = board.dataset
      entries = board.entries.map(Entry.init)
      testSplit = notes.testSplit
      unranked = board.unranked.map { Unranked(reason: $0.reason, run: $0.run) }
    }
  }

  private struct Entry: Encodable {
    let validationAccuracy: Double?
    let isLocal: Bool
    let model: String
    let multiplyAdds: Int?
    let parameters: Int?
    let rank: Int
    let run: String?
    let seconds: Double?
    let testAccuracy: Double

    init(_ entry: Leaderboard.Entry) {
      validationAccuracy = entry.validationAccuracy
      isLocal = entry.isLocal
      model = entry.model
      multiplyAdds = entry.multiplyAdds
      parameters = entry.parameters
      rank = entry.rank
      run = entry.run
      seconds = entry.seconds
      testAccuracy = entry.testAccuracy
    }
  }

  private struct Unranked: Encodable {
    let reason: String
    let run: String
  }
}
