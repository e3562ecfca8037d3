import Foundation

/// Where Weights & Biases looks for offline runs: `offline-run-YYYYMMDD_HHMMSS-ID`.
enum WandBRunFolder {
  private static let prefix = "offline-run-"

  /// Eight letters and digits that no other run has.
  static func newIdentifier() -> String {
    // From the system, not from the seed: two runs of one seed are two runs.
    var system = SystemRandomNumberGenerator()
    let characters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    return String((0..<8).map { _ in characters[Int.random(in: 0..<characters.count, using: &system)] })
  }

  /// The identifier of the youngest run in `folder`, or nil if there is none.
  static func lastIdentifier(in folder: URL) -> String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    return names.filter { $0.hasPrefix(prefix) }.max()?.split(separator: "-").last.map(String.init)
  }

  /// Makes the folder of a new run with an empty file in it.
  /// - Parameters:
  ///   - folder: where the folders of all runs lie.
  ///   - identifier: of the run.
  ///   - start: when the run began; dated later where a run of that second is there already.
  static func newLog(in folder: URL, _ identifier: String, _ start: Date) throws(FileError) -> (URL, TransactionLog) {
    var date = start
    while true {
      let run = folder.appending(path: "\(prefix)\(stamp(date))-\(identifier)")
      // wandb puts files to upload there, and expects the folder.
      try Folder.make(run.appending(path: "files").path(percentEncoded: false))
      let url = run.appending(path: "run-\(identifier).wandb")
      do throws(FileError) {
        return (url, try TransactionLog(creating: url))
      } catch {
        guard error.errorNumber == EEXIST else { throw error }
        date += 1
      }
    }
  }

  /// Such as 20261128_160000, in local time.
  private static func stamp(_ date: Date) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyyMMdd_HHmmss"
    return formatter.string(from: date)
  }
}
