import Foundation

/// Writes what a run measures as an offline run of Weights & Biases.
///
/// `wandb leet` shows it, and `wandb sync` uploads it for those who have an account; nothing is sent from here. The
/// numbers of the fields are those of wandb_internal.proto in the wandb package (https://github.com/wandb/wandb).
public final class WandBWriter {
  /// The file, `wandb/offline-run-YYYYMMDD_HHMMSS-ID/run-ID.wandb` in the folder of the run.
  public let url: URL
  /// What tells the run apart from others of its project: eight letters and digits.
  public let identifier: String
  private let log: TransactionLog
  private let start = Date()
  private var recordCount = 0

  /// Begins a file.
  /// - Parameters:
  ///   - folder: the folder of the run.
  ///   - name: what the run is called; nil for the name of the folder.
  ///   - project: which runs it is compared with.
  ///   - configuration: what the run was told; encodes as an object with a key for every setting.
  ///   - isResumed: whether this goes on with the last run of the folder, under the same identifier. `wandb sync` then
  ///     adds its history to what is there, and counts its steps from the last one.
  /// - Throws: `FileError`, or `EncodingError` if the configuration does not encode as an object.
  public init(
    folder: URL, name: String? = nil, project: String = "mllint", configuration: some Encodable, isResumed: Bool = false
  ) throws {
    let settings = try WandBSettings(configuration)
    let runs = folder.appending(path: "wandb")
    let earlier = isResumed ? WandBRunFolder.lastIdentifier(in: runs) : nil
    identifier = earlier ?? WandBRunFolder.newIdentifier()
    (url, log) = try WandBRunFolder.newLog(in: runs, identifier, start)
    try add(.header) { $0.message(1) { $0.text(1, "mllint") } }
    try add(.run) { run in
      run.text(1, identifier)
      run.text(3, project)
      run.message(4) { configuration in
        for (key, value) in settings.values { configuration.message(1) { Self.item(&$0, 1, key, value) } }
      }
      run.text(8, name ?? folder.lastPathComponent)
      run.text(13, ProcessInfo.processInfo.hostName)
      run.message(17) { $0.integer(1, Int(start.timeIntervalSince1970)) }
      if earlier != nil { run.integer(24, 1) }
    }
  }

  /// Adds what was measured at one step.
  /// - Parameters:
  ///   - values: the measurements by name.
  ///   - step: how many steps the run had made; never less than before.
  public func history(_ values: [String: Double], step: Int) throws(FileError) {
    let now = Date()
    var all = values
    all["_step"] = Double(step)
    all["_timestamp"] = now.timeIntervalSince1970
    all["_runtime"] = now.timeIntervalSince(start)
    // The summary holds the latest of everything, also for a run that never ends properly.
    try addSummary(all)
    try add(.history) { history in
      for (key, value) in Self.sorted(all) { history.message(1) { Self.item(&$0, 2, key, value) } }
      history.message(2) { $0.integer(1, step) }
    }
  }

  /// Ends the run.
  /// - Parameters:
  ///   - summary: what came out, by name, such as `test_accuracy`.
  ///   - exitCode: 0 for a run that ended well.
  public func finish(summary: [String: Double], exitCode: Int = 0) throws(FileError) {
    try addSummary(summary)
    try add(.exit) {
      $0.integer(1, exitCode)
      $0.integer(2, Int(Date().timeIntervalSince(start)))
    }
    try log.synchronize()
  }

  /// The kinds of records, by the number of their field.
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

  /// - Parameter field: 1 for a plain key, 2 for one that could be a path of keys.
  private static func item(_ item: inout ProtocolBuffer, _ field: Int, _ key: String, _ json: String) {
    item.text(field, key)
    item.text(16, json)
  }
}
