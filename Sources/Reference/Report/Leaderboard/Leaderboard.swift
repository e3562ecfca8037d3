import Foundation

/// The runs of a folder and the published results of a data set, by test accuracy.
public struct Leaderboard: Sendable {
  /// A result that has a place.
  public struct Entry: Sendable {
    /// The place: one more than the number of better results, so that equals share one.
    public let rank: Int
    /// What was trained.
    public let model: String
    /// The name of the local run; nil for a published result.
    public let run: String?
    /// The accuracy on the test split, as a fraction.
    public let testAccuracy: Double
    /// The accuracy on the hold-out, as a fraction; known of local runs only.
    public let holdoutAccuracy: Double?
    public let parameters: Int?
    public let multiplyAdds: Int?
    /// Training time.
    public let seconds: Double?

    /// Whether the result is a run of the folder.
    public var isLocal: Bool { run != nil }
  }

  /// A run that has no place, and why.
  public struct Unranked: Sendable, Equatable {
    public let run: String
    public let reason: String
  }

  /// The data set, as configurations call it.
  public let dataset: String
  /// The results, best first.
  public let entries: [Entry]
  /// The runs of the data set without a test accuracy that could be compared.
  public let unranked: [Unranked]

  /// Ranks runs of one data set.
  /// - Parameters:
  ///   - dataset: what configurations call the data set.
  ///   - runs: runs of any data set; those of others are passed over.
  ///   - damaged: run folders that could not be read, and why.
  public init(of dataset: String, runs: [RecordedRun], damaged: [Unranked] = []) {
    let notes = DatasetNotes(of: dataset)
    var unranked = damaged
    var results = notes.published.map(LeaderboardCandidate.init)
    for run in runs where run.dataset == dataset {
      if let reason = run.reasonToRankNot(notes) {
        unranked.append(Unranked(run: run.name, reason: reason))
      } else if let candidate = LeaderboardCandidate(run) {
        results.append(candidate)
      }
    }
    results.sort { ($1.testAccuracy, $0.run ?? "") < ($0.testAccuracy, $1.run ?? "") }
    self.dataset = dataset
    self.unranked = unranked
    entries = results.map { result in
      result.entry(rank: 1 + results.count { $0.testAccuracy > result.testAccuracy })
    }
  }

  /// The entry of a local run.
  public func entry(of run: String) -> Entry? { entries.first { $0.run == run } }

  /// A leaderboard for each data set that has runs in `folder`, the one with most runs first.
  /// - Parameters:
  ///   - folder: the folder that holds the run folders.
  ///   - dataset: the only one wanted; it may have no runs if its published table is known.
  /// - Throws: `ReportError` if there is nothing to rank. A damaged run does not stop the others: it is left unranked.
  public static func all(in folder: URL, dataset: String? = nil) throws(ReportError) -> [Leaderboard] {
    var runs: [RecordedRun] = []
    var damaged: [Unranked] = []
    var folders: [URL] = []
    do {
      folders = try RunFolders.all(in: folder)
    } catch  where dataset == nil {
      throw error
    } catch {
      // The published table stands without any run.
      if case .unreadable = error { throw error }
    }
    for folder in folders {
      do {
        runs.append(try RecordedRun(reading: folder, isDetailed: false))
      } catch {
        damaged.append(Unranked(run: folder.lastPathComponent, reason: "\(error)"))
      }
    }
    let counts = Dictionary(grouping: runs, by: \.dataset).mapValues(\.count)
    if let dataset {
      guard counts[dataset] != nil || !DatasetNotes(of: dataset).published.isEmpty else {
        throw .unknownDataset(name: dataset, known: Set(counts.keys).union(["kmnist"]).sorted())
      }
      return [Leaderboard(of: dataset, runs: runs, damaged: damaged)]
    }
    if counts.isEmpty, damaged.isEmpty { throw .noRuns(folder: folder.relativePath) }
    let names = counts.isEmpty ? ["kmnist"] : counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return names.enumerated().map { index, name in
      Leaderboard(of: name, runs: runs, damaged: index == 0 ? damaged : [])
    }
  }
}
