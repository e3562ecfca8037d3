/// Appends metrics to `metrics.jsonl`, one JSON object per line.
final class MetricsLogger: TrainingCallback {
  private let directory: RunDirectory
  private var file: AppendOnlyFile?

  init(_ directory: RunDirectory) { self.directory = directory }

  /// Removes lines written after the checkpoint from which the run resumes; those steps will be repeated.
  func trainingDidBegin(_ trainer: Trainer) throws {
    if directory.metrics.exists {
      let lines = try AtomicFile.read(directory.metrics).split(separator: UInt8(ascii: "\n"))
      let kept = lines.filter { line in
        (try? RunJSON.decode(Position.self, from: Array(line))).map { $0.step <= trainer.state.step } ?? false
      }
      if kept.count < lines.count {
        try AtomicFile.write(kept.flatMap { $0 + [UInt8(ascii: "\n")] }, to: directory.metrics)
      }
    }
    file = try AppendOnlyFile(extending: directory.metrics)
  }

  func stepDidEnd(_ metrics: StepMetrics, _ trainer: Trainer) throws {
    if trainer.isLoggedStep { try file?.append(RunJSON.encode(metrics)) }
  }

  func epochDidEnd(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws {
    try file?.append(RunJSON.encode(metrics))
    try file?.synchronize()
  }

  private struct Position: Decodable {
    var step: Int
  }
}
