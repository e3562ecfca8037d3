extension RecordedRun {
  /// The files that identify a run directory; any one suffices.
  static let files = ["configuration.json", "metrics.jsonl", "result.json"]

  /// Reads a run directory. Missing files produce warnings, invalid files an error.
  /// - Parameters:
  ///   - directory: the run directory.
  ///   - isDetailed: false to skip the images and, for a finished run, the curves, which a leaderboard does not need.
  public init(reading directory: FilePath, isDetailed: Bool = true) throws(ReportError) {
    guard Self.isRun(directory) else { throw .notARun(path: directory.string) }
    self.directory = directory
    var warnings: [String] = []
    if let value = try RunFile.value(of: "configuration.json", in: directory) {
      let file = try RunFile(value, path: directory.appending("configuration.json").string, key: "configuration")
      configuration = file.fields.sorted { $0.key < $1.key }.map { Setting(key: $0.key, value: $0.value.plainText) }
    } else {
      configuration = []
      warnings.append("configuration.json is missing, so the settings of this run are unknown.")
    }
    let result = try RecordedResult(reading: directory)
    let metrics = isDetailed || result == nil ? try RecordedMetrics(reading: directory) : .none
    epochs = metrics.epochs
    steps = metrics.steps
    self.result = result
    mistakes = isDetailed ? try RecordedMistake.all(in: directory, confusion: result?.confusion) : nil
    let planned = configuration.first { $0.key == "epochs" }?.value
    // k-nearest neighbors has no epochs and thus no curves.
    if result == nil || result?.epochs != 0 { warnings += metrics.warnings }
    if result == nil {
      let done = "\(metrics.epochs.last?.epoch ?? 0)" + (planned.map { " of \($0)" } ?? "")
      warnings.append(
        """
        result.json is missing: the run is in progress or was stopped after epoch \(done). There is no test accuracy \
        yet; this report shows the results so far.
        """)
    } else if isDetailed, mistakes == nil {
      warnings.append("mistakes.json is missing, so misclassified images cannot be shown.")
    }
    if result != nil, result?.testAccuracy == nil {
      warnings.append("result.json has no test accuracy: the run was not evaluated on the test split.")
    }
    if result != nil, result?.confusion == nil {
      warnings.append("result.json has no confusion matrix, so there are no per-class results.")
    }
    if let bad = epochs.first(where: { [$0.trainingLoss, $0.validationLoss].contains { $0?.isFinite == false } }) {
      warnings.append("The run diverged: the loss is not finite as of epoch \(bad.epoch).")
    }
    self.warnings = warnings
  }

  /// Whether a directory contains a run.
  static func isRun(_ directory: FilePath) -> Bool {
    files.contains { directory.appending($0).exists }
  }
}
