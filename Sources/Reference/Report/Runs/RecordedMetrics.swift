import Foundation

/// The lines of metrics.jsonl.
struct RecordedMetrics {
  let epochs: [RecordedEpoch]
  let steps: [RecordedStep]
  /// What is missing, in sentences.
  let gaps: [String]

  /// Nothing at all.
  static let none = RecordedMetrics(epochs: [], steps: [], gaps: [])

  /// Reads the file line by line. A last line without its end was torn by a kill: it is left out and said to be.
  init(reading folder: URL) throws(ReportError) {
    guard let bytes = try RunFile.bytes(of: "metrics.jsonl", in: folder) else {
      epochs = []
      steps = []
      gaps = ["metrics.jsonl is missing: there are no curves."]
      return
    }
    let path = folder.appending(path: "metrics.jsonl").relativePath
    var epochs: [Int: RecordedEpoch] = [:]
    var steps: [Int: RecordedStep] = [:]
    var gaps: [String] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ [0x20, 0x09, 0x0d].contains($0) }) {
      let value: LocatedJSON
      do {
        value = try RunFile.parse(Array(line), path: path, line: index + 1)
      } catch {
        // Text behind the last line end was never finished; anything before it was, and is damaged.
        guard index == lines.count - 1 else { throw error }
        gaps.append("Line \(index + 1) of metrics.jsonl is torn (the run was stopped while it wrote) and is left out.")
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
      default: continue  // a kind of a later version
      }
    }
    if epochs.isEmpty { gaps.append("metrics.jsonl tells of no finished epoch yet.") }
    self.epochs = epochs.values.sorted { $0.epoch < $1.epoch }
    self.steps = steps.values.sorted { $0.step < $1.step }
    self.gaps = gaps
  }

  private init(epochs: [RecordedEpoch], steps: [RecordedStep], gaps: [String]) {
    self.epochs = epochs
    self.steps = steps
    self.gaps = gaps
  }
}
