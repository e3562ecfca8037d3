import FoundationEssentials
import Glibc

extension TensorBoardWriter {
  /// Creates an event file with a unique name.
  ///
  /// TensorBoard reads the files of a directory in name order, so the timestamp in the name is later than that of any
  /// existing file, even if the clock was set back.
  static func newFile(in directory: FilePath) throws(FileError) -> (FilePath, AppendOnlyFile) {
    let prefix = "events.out.tfevents."
    let timestamps = ((try? Directory.entries(of: directory)) ?? []).filter { $0.hasPrefix(prefix) }
      .compactMap { Int($0.dropFirst(prefix.count).prefix { $0 != "." }) }
    var seconds = max(Int(Date().timeIntervalSince1970), (timestamps.max() ?? 0) &+ 1)
    while true {
      let path = directory.appending("\(prefix)\(seconds).\(ProcessInfo.processInfo.hostName).\(getpid())")
      do throws(FileError) {
        return (path, try AppendOnlyFile(creating: path))
      } catch {
        // Another run of this process used the name.
        guard error.errorNumber == EEXIST else { throw error }
        seconds &+= 1
      }
    }
  }
}
