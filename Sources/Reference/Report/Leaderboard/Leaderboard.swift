/// The runs of a directory and the published results of a dataset, ranked by test accuracy.
public struct Leaderboard: Sendable {
  /// A ranked result.
  public struct Entry: Sendable {
    /// The rank: one more than the number of better results, so that ties share a rank.
    public let rank: Int
    /// The model, and for local runs the recipe and seed.
    public let model: String
    /// The name of the local run; nil for a published result.
    public let run: String?
    /// The accuracy on the test split, as a fraction.
    public let testAccuracy: Double
    /// The accuracy on the validation split, as a fraction; local runs only.
    public let validationAccuracy: Double?
    /// The number of trainable parameters.
    public let parameters: Int?
    /// The number of multiply-adds per image.
    public let multiplyAdds: Int?
    /// The duration of the run in seconds.
    public let seconds: Double?

    /// Whether the result is a local run rather than a published one.
    public var isLocal: Bool { run != nil }
  }

  /// A run that cannot be ranked, and why.
  public struct Unranked: Sendable, Equatable {
    public let run: String
    public let reason: String
  }

  /// The dataset name, such as `kmnist`.
  public let dataset: String
  /// The results, best first.
  public let entries: [Entry]
  /// The runs without a comparable test accuracy.
  public let unranked: [Unranked]

  /// Ranks the runs of one dataset.
  /// - Parameters:
  ///   - dataset: the dataset name.
  ///   - runs: runs; those of other datasets are ignored.
  ///   - corrupt: runs that could not be read, and why.
  public init(of dataset: String, runs: [RecordedRun], corrupt: [Unranked] = []) {
    let notes = DatasetNotes(of: dataset)
    var unranked = corrupt
    var results = notes.published.map(LeaderboardCandidate.init)
    for run in runs where run.dataset == dataset {
      if let reason = run.reasonNotRanked(notes) {
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

  /// One leaderboard per dataset with runs in `directory`, sorted by the number of runs.
  /// - Parameters:
  ///   - directory: the parent of the run directories.
  ///   - dataset: restricts the result to one dataset, which needs no runs if it has published results.
  /// - Throws: `ReportError` if there is nothing to rank. Corrupt runs are listed as unranked.
  public static func all(in directory: FilePath, dataset: String? = nil) throws(ReportError) -> [Leaderboard] {
    var runs: [RecordedRun] = []
    var corrupt: [Unranked] = []
    var directories: [FilePath] = []
    do {
      directories = try RunDirectories.all(in: directory)
    } catch  where dataset == nil {
      throw error
    } catch {
      // Published results need no runs.
      if case .unreadable = error { throw error }
    }
    for directory in directories {
      do {
        runs.append(try RecordedRun(reading: directory, isDetailed: false))
      } catch {
        corrupt.append(Unranked(run: directory.lastComponent, reason: "\(error)"))
      }
    }
    let counts = Dictionary(grouping: runs, by: \.dataset).mapValues(\.count)
    if let dataset {
      guard counts[dataset] != nil || !DatasetNotes(of: dataset).published.isEmpty else {
        throw .unknownDataset(name: dataset, known: Set(counts.keys).union(["kmnist"]).sorted())
      }
      return [Leaderboard(of: dataset, runs: runs, corrupt: corrupt)]
    }
    if counts.isEmpty, corrupt.isEmpty { throw .noRuns(directory: directory.string) }
    let names = counts.isEmpty ? ["kmnist"] : counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return names.enumerated().map { index, name in
      Leaderboard(of: name, runs: runs, corrupt: index == 0 ? corrupt : [])
    }
  }
}
