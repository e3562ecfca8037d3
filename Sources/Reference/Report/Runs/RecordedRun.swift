import Foundation

/// A training run as its folder tells it, finished or not.
public struct RecordedRun: Sendable {
  /// One setting of the effective configuration, as text.
  public struct Setting: Sendable, Equatable {
    public let key: String
    public let value: String
  }

  /// The folder that was read.
  public let folder: URL
  /// The settings, sorted by key; empty if configuration.json is missing.
  public let configuration: [Setting]
  /// What was measured after each epoch, in order; where a resumed run repeats an epoch, the later figures.
  public let epochs: [RecordedEpoch]
  /// What was measured within the epochs, in order.
  public let steps: [RecordedStep]
  /// What the finished run came to; nil while it is running, or if it was stopped.
  public let result: RecordedResult?
  /// Images that the run got wrong, the most confident mistake first; nil if they were not written.
  public let mistakes: [RecordedMistake]?
  /// What is missing or damaged, in sentences for the reader of a report.
  public let gaps: [String]

  /// The name of the folder.
  public var name: String { folder.standardizedFileURL.lastPathComponent }
  /// What the run was trained on, such as `kmnist`.
  public var dataset: String { setting("dataset") ?? result?.dataset ?? "unknown data set" }
  /// What was trained, such as `cheap`.
  public var model: String { setting("model") ?? result?.model ?? "unknown model" }
  /// The recipe, such as `default`.
  public var recipe: String? { setting("recipe") ?? result?.recipe }
  /// The seed that everything random was drawn from.
  public var seed: String? { setting("seed") ?? result?.seed }
  /// How many epochs were asked for.
  public var plannedEpochs: Int? { setting("epochs").flatMap { Int($0) } ?? result?.epochs }

  /// The epoch whose weights were kept: chosen on the hold-out; the best so far in a run that is not finished.
  public var bestEpoch: Int? {
    result?.bestEpoch
      ?? epochs.filter { $0.holdoutAccuracy != nil }
      .max { ($0.holdoutAccuracy ?? 0) < ($1.holdoutAccuracy ?? 0) }?.epoch
  }

  /// The hold-out accuracy of the best epoch, as a fraction.
  public var holdoutAccuracy: Double? {
    result?.holdoutAccuracy ?? epochs.first { $0.epoch == bestEpoch }?.holdoutAccuracy
  }

  /// How long training took, in seconds; so far, in a run that is not finished.
  public var seconds: Double? { result?.seconds ?? epochs.last?.seconds }

  /// The value of a setting.
  public func setting(_ key: String) -> String? { configuration.first { $0.key == key }?.value }
}
