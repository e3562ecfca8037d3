import Foundation

extension TensorBoardWriter {
  /// Makes an event file that no run has made before.
  ///
  /// TensorBoard reads the files of a folder in the order of their names, so a new one is dated after all others, even
  /// where the clock was set back.
  static func newFile(in folder: URL) throws(FileError) -> (URL, AppendedFile) {
    let prefix = "events.out.tfevents."
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    let dates = names.filter { $0.hasPrefix(prefix) }
      .compactMap { Int($0.dropFirst(prefix.count).prefix { $0 != "." }) }
    var seconds = max(Int(Date().timeIntervalSince1970), (dates.max() ?? 0) &+ 1)
    while true {
      let url = folder.appending(path: "\(prefix)\(seconds).\(ProcessInfo.processInfo.hostName).\(getpid())")
      do throws(FileError) {
        return (url, try AppendedFile(creating: url))
      } catch {
        // Another run of this process was faster.
        guard error.errorNumber == EEXIST else { throw error }
        seconds &+= 1
      }
    }
  }
}
