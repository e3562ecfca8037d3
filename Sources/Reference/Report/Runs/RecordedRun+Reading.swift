import Foundation

extension RecordedRun {
  /// The files that make a folder a run, any one of them.
  static let files = ["configuration.json", "metrics.jsonl", "result.json"]

  /// Reads a run folder; what is not there yet becomes a gap, what is damaged an error.
  /// - Parameters:
  ///   - folder: the run folder.
  ///   - isDetailed: false to leave out the images, and the curves of a finished run: a leaderboard has no use for them.
  public init(reading folder: URL, isDetailed: Bool = true) throws(ReportError) {
    guard Self.isRun(folder) else { throw .notARun(path: folder.relativePath) }
    self.folder = folder
    var gaps: [String] = []
    if let value = try RunFile.value(of: "configuration.json", in: folder) {
      let file = try RunFile(
        value, path: folder.appending(path: "configuration.json").relativePath, key: "configuration")
      configuration = file.fields.sorted { $0.key < $1.key }.map { Setting(key: $0.key, value: $0.value.plainText) }
    } else {
      configuration = []
      gaps.append("configuration.json is missing: the settings of this run are not known.")
    }
    let result = try RecordedResult(reading: folder)
    let metrics = isDetailed || result == nil ? try RecordedMetrics(reading: folder) : .none
    epochs = metrics.epochs
    steps = metrics.steps
    self.result = result
    mistakes = isDetailed ? try RecordedMistake.all(in: folder, confusion: result?.confusion) : nil
    let planned = configuration.first { $0.key == "epochs" }?.value
    // The nearest neighbours learn nothing, so they have no curves to miss.
    if result == nil || result?.epochs != 0 { gaps += metrics.gaps }
    if result == nil {
      let done = "\(metrics.epochs.last?.epoch ?? 0)" + (planned.map { " of \($0)" } ?? "")
      gaps.append(
        """
        result.json is missing: the run is still going on, or was stopped, after epoch \(done). There is no test \
        accuracy yet; everything below is what was known so far.
        """)
    } else if isDetailed, mistakes == nil {
      gaps.append("mistakes.json is missing: the images that were read wrong cannot be shown.")
    }
    if result != nil, result?.testAccuracy == nil {
      gaps.append("result.json holds no test accuracy: the run was not measured on the test split.")
    }
    if result != nil, result?.confusion == nil {
      gaps.append("result.json holds no confusion matrix: nothing can be said of single classes.")
    }
    if let bad = epochs.first(where: { [$0.trainingLoss, $0.holdoutLoss].contains { $0?.isFinite == false } }) {
      gaps.append("The loss is not a number from epoch \(bad.epoch) on: the run diverged.")
    }
    self.gaps = gaps
  }

  /// Whether a folder looks like a run.
  static func isRun(_ folder: URL) -> Bool {
    files.contains { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
  }
}
