import Foundation

/// Writes `metrics.jsonl`: one object a line, each line in one go.
final class MetricsLog: RunObserver {
  private let folder: RunFolder
  private var file: AppendedFile?

  init(_ folder: RunFolder) { self.folder = folder }

  /// Takes back what was written after the checkpoint that the run goes on from: it will be written again.
  func runBegan(_ trainer: Trainer) throws {
    if FileManager.default.fileExists(atPath: folder.metrics.path(percentEncoded: false)) {
      let lines = try AtomicFile.read(folder.metrics).split(separator: UInt8(ascii: "\n"))
      let kept = lines.filter { line in
        (try? RunJSON.decode(Position.self, from: Data(line))).map { $0.step <= trainer.state.step } ?? false
      }
      if kept.count < lines.count {
        try AtomicFile.write(kept.flatMap { $0 + [UInt8(ascii: "\n")] }, to: folder.metrics)
      }
    }
    file = try AppendedFile(extending: folder.metrics)
  }

  func stepDone(_ metrics: StepMetrics, _ trainer: Trainer) throws {
    if trainer.isRecordedStep { try file?.append(Array(RunJSON.encode(metrics))) }
  }

  func epochDone(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws {
    try file?.append(Array(RunJSON.encode(metrics)))
    try file?.synchronize()
  }

  /// All that matters of an older line.
  private struct Position: Decodable {
    var step: Int
  }
}
