import Glibc

/// The directory layout of offline Weights & Biases runs: `offline-run-YYYYMMDD_HHMMSS-ID`.
enum WandBRunDirectory {
  private static let prefix = "offline-run-"

  /// A random run ID of eight letters and digits.
  static func newIdentifier() -> String {
    // From the system generator: two runs with the same seed must have different IDs.
    var system = SystemRandomNumberGenerator()
    let characters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    return String((0..<8).map { _ in characters[Int.random(in: 0..<characters.count, using: &system)] })
  }

  /// The ID of the latest run in `directory`, or nil if there is none.
  static func lastIdentifier(in directory: FilePath) -> String? {
    let names = (try? Directory.entries(of: directory)) ?? []
    return names.filter { $0.hasPrefix(prefix) }.max()?.split(separator: "-").last.map(String.init)
  }

  /// Creates the directory of a new run and its log file.
  /// - Parameters:
  ///   - directory: the parent of all run directories.
  ///   - identifier: the run ID.
  ///   - start: the start time in seconds since 1970; moved ahead if a run of that second exists.
  static func newLog(
    in directory: FilePath, _ identifier: String, _ start: Int
  ) throws(FileError) -> (FilePath, TransactionLog) {
    var time = start
    while true {
      let run = directory.appending("\(prefix)\(timestamp(time))-\(identifier)")
      // wandb expects this directory for uploads.
      try Directory.make(run.appending("files"))
      let path = run.appending("run-\(identifier).wandb")
      do throws(FileError) {
        return (path, try TransactionLog(creating: path))
      } catch {
        guard error.errorNumber == EEXIST else { throw error }
        time += 1
      }
    }
  }

  /// The local time as `YYYYMMDD_HHMMSS`.
  private static func timestamp(_ seconds: Int) -> String {
    var (time, local) = (time_t(seconds), tm())
    localtime_r(&time, &local)
    var buffer = [CChar](repeating: 0, count: 32)
    let length = strftime(&buffer, buffer.count, "%Y%m%d_%H%M%S", &local)
    return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
