/// The contents of metrics.jsonl.
struct RecordedMetrics {
  let epochs: [RecordedEpoch]
  let steps: [RecordedStep]
  /// Missing or incomplete data, as sentences.
  let warnings: [String]

  /// No metrics.
  static let none = RecordedMetrics(epochs: [], steps: [], warnings: [])

  /// Reads the file line by line. An incomplete last line, left by a killed process, is skipped with a warning.
  init(reading directory: FilePath) throws(ReportError) {
    guard let bytes = try RunFile.bytes(of: "metrics.jsonl", in: directory) else {
      epochs = []
      steps = []
      warnings = ["metrics.jsonl is missing, so there are no training curves."]
      return
    }
    let path = directory.appending("metrics.jsonl").string
    var epochs: [Int: RecordedEpoch] = [:]
    var steps: [Int: RecordedStep] = [:]
    var warnings: [String] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ [0x20, 0x09, 0x0d].contains($0) }) {
      let value: LocatedJSON
      do {
        value = try RunFile.parse(Array(line), path: path, line: index + 1)
      } catch {
        // Only the text after the last newline can be incomplete; an invalid earlier line is corrupt.
        guard index == lines.count - 1 else { throw error }
        warnings.append(
          "Line \(index + 1) of metrics.jsonl is incomplete (the run was killed while writing it) and was skipped.")
        break
      }
      let file = try RunFile(value, path: path, key: "the line")
      switch try file.text("kind") {
      case "epoch":
        let epoch = try RecordedEpoch(file)
        epochs[epoch.epoch] = epoch
      case "step":
        let step = try RecordedStep(file)
        steps[step.step] = step
      default: continue  // from a later version
      }
    }
    if epochs.isEmpty { warnings.append("metrics.jsonl has no completed epoch yet.") }
    self.epochs = epochs.values.sorted { $0.epoch < $1.epoch }
    self.steps = steps.values.sorted { $0.step < $1.step }
    self.warnings = warnings
  }

  private init(epochs: [RecordedEpoch], steps: [RecordedStep], warnings: [String]) {
    self.epochs = epochs
    self.steps = steps
    self.warnings = warnings
  }
}
