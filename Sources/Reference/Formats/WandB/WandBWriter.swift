import FoundationEssentials

/// Writes metrics as an offline Weights & Biases run.
///
/// `wandb leet` displays it and `wandb sync` uploads it; nothing is sent from here. Field numbers are those of
/// wandb_internal.proto in the wandb package (https://github.com/wandb/wandb).
public final class WandBWriter {
  /// The log file, `wandb/offline-run-YYYYMMDD_HHMMSS-ID/run-ID.wandb` in the run directory.
  public let path: FilePath
  /// The run ID: eight letters and digits.
  public let identifier: String
  private let log: TransactionLog
  private let start = Date()
  private var recordCount = 0

  /// Creates a log file.
  /// - Parameters:
  ///   - directory: the run directory.
  ///   - name: the display name of the run; nil for the name of the directory.
  ///   - project: the project that groups runs.
  ///   - configuration: the hyperparameters; must encode as an object.
  ///   - isResumed: whether to continue the latest run of the directory under the same ID. `wandb sync` then appends to
  ///     its history.
  /// - Throws: `FileError`, or `EncodingError` if the configuration does not encode as an object.
  public init(
    directory: FilePath, name: String? = nil, project: String = "mllint", configuration: some Encodable,
    isResumed: Bool = false
  ) throws {
    let settings = try WandBSettings(configuration)
    let runs = directory.appending("wandb")
    let earlier = isResumed ? WandBRunDirectory.lastIdentifier(in: runs) : nil
    identifier = earlier ?? WandBRunDirectory.newIdentifier()
    (path, log) = try WandBRunDirectory.newLog(in: runs, identifier, Int(start.timeIntervalSince1970))
    try add(.header) { $0.message(1) { $0.text(1, "mllint") } }
    try add(.run) { run in
      run.text(1, identifier)
      run.text(3, project)
      run.message(4) { configuration in
        for (key, value) in settings.values { configuration.message(1) { Self.item(&$0, 1, key, value) } }
      }
      run.text(8, name ?? directory.lastComponent)
      run.text(13, ProcessInfo.processInfo.hostName)
      run.message(17) { $0.integer(1, Int(start.timeIntervalSince1970)) }
      if earlier != nil { run.integer(24, 1) }
    }
  }

  /// Adds the metrics of one step.
  /// - Parameters:
  ///   - values: the metrics by name.
  ///   - step: the training step; must not decrease.
  public func history(_ values: [String: Double], step: Int) throws(FileError) {
    let now = Date()
    var all = values
    all["_step"] = Double(step)
    all["_timestamp"] = now.timeIntervalSince1970
    all["_runtime"] = now.timeIntervalSince(start)
    // The summary always holds the latest values, so it is valid even if the run never finishes.
    try addSummary(all)
    try add(.history) { history in
      for (key, value) in Self.sorted(all) { history.message(1) { Self.item(&$0, 2, key, value) } }
      history.message(2) { $0.integer(1, step) }
    }
  }

  /// Finishes the run.
  /// - Parameters:
  ///   - summary: the final metrics by name, such as `test_accuracy`.
  ///   - exitCode: 0 for success.
  public func finish(summary: [String: Double], exitCode: Int = 0) throws(FileError) {
    try addSummary(summary)
    try add(.exit) {
      $0.integer(1, exitCode)
      $0.integer(2, Int(Date().timeIntervalSince(start)))
    }
    try log.synchronize()
  }

  /// Record types, by field number.
  private enum Kind: Int {
    case history = 2
    case summary = 3
    case run = 17
    case exit = 18
    case header = 21
  }

  private func addSummary(_ values: [String: Double]) throws(FileError) {
    try add(.summary) { summary in
      for (key, value) in Self.sorted(values) { summary.message(1) { Self.item(&$0, 2, key, value) } }
    }
  }

  private func add(_ kind: Kind, _ fill: (inout ProtocolBuffer) -> Void) throws(FileError) {
    let record = ProtocolBuffer { record in
      record.integer(1, recordCount + 1)
      record.message(kind.rawValue, fill)
    }
    try log.append(record.bytes)
    recordCount += 1
  }

  private static func sorted(_ values: [String: Double]) -> [(key: String, json: String)] {
    values.sorted { $0.key < $1.key }.map { ($0.key, JSONText.number($0.value)) }
  }

  /// - Parameter field: 1 for a plain key, 2 for a nested key.
  private static func item(_ item: inout ProtocolBuffer, _ field: Int, _ key: String, _ json: String) {
    item.text(field, key)
    item.text(16, json)
  }
}
