/// A training run read from its directory, finished or not.
public struct RecordedRun: Sendable {
  /// One value of the configuration, as text.
  public struct Setting: Sendable, Equatable {
    public let key: String
    public let value: String
  }

  /// The run directory.
  public let directory: FilePath
  /// The settings, sorted by key; empty if configuration.json is missing.
  public let configuration: [Setting]
  /// The metrics of each epoch, in order; if a resumed run repeats an epoch, the later ones.
  public let epochs: [RecordedEpoch]
  /// The logged metrics of steps, in order.
  public let steps: [RecordedStep]
  /// The result; nil if the run is in progress or was stopped.
  public let result: RecordedResult?
  /// The misclassified test images, most confident first; nil if mistakes.json is missing.
  public let mistakes: [RecordedMistake]?
  /// Missing or incomplete data, as sentences for the report.
  public let warnings: [String]

  /// The name of the directory.
  public var name: String { directory.absolute.lastComponent }
  /// The dataset, such as `kmnist`.
  public var dataset: String { setting("dataset") ?? result?.dataset ?? "unknown dataset" }
  /// The model, such as `cheap`.
  public var model: String { setting("model") ?? result?.model ?? "unknown model" }
  /// The recipe, such as `default`.
  public var recipe: String? { setting("recipe") ?? result?.recipe }
  /// The seed of all random choices.
  public var seed: String? { setting("seed") ?? result?.seed }
  /// The configured number of epochs.
  public var plannedEpochs: Int? { setting("epochs").flatMap { Int($0) } ?? result?.epochs }

  /// The epoch with the best validation accuracy, so far if the run is not finished.
  public var bestEpoch: Int? {
    result?.bestEpoch
      ?? epochs.filter { $0.validationAccuracy != nil }
      .max { ($0.validationAccuracy ?? 0) < ($1.validationAccuracy ?? 0) }?.epoch
  }

  /// The validation accuracy of the best epoch, as a fraction.
  public var validationAccuracy: Double? {
    result?.validationAccuracy ?? epochs.first { $0.epoch == bestEpoch }?.validationAccuracy
  }

  /// The duration of the run in seconds, so far if it is not finished.
  public var seconds: Double? { result?.seconds ?? epochs.last?.seconds }

  /// The value of a setting, or nil.
  public func setting(_ key: String) -> String? { configuration.first { $0.key == key }?.value }
}
