/// Why a run cannot be reported: where, what was expected, what was found, and what to do.
public enum ReportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Nothing that looks like a run stands at this path.
  case notARun(path: String)
  /// A folder that should hold runs holds none.
  case noRuns(folder: String)
  /// A file or folder is there, but cannot be read.
  case unreadable(path: String, reason: String)
  /// A text is not JSON; columns count bytes from 1.
  case notJSON(path: String, line: Int, column: Int, expected: String, found: String)
  /// A value is JSON, but not the one that belongs there.
  case wrongValue(path: String, line: Int, key: String, expected: String, found: String)
  /// Nothing is known about a data set: neither a run nor a published table.
  case unknownDataset(name: String, known: [String])

  public var description: String {
    switch self {
    case .notARun(let path):
      """
      '\(path)' is no run folder: expected configuration.json, metrics.jsonl or result.json in it, found none; \
      'mllint reference train' writes one
      """
    case .noRuns(let folder):
      """
      no run was found in '\(folder)': expected folders with configuration.json, metrics.jsonl or result.json; \
      train one with 'mllint reference train', or name a run folder
      """
    case .unreadable(let path, let reason):
      "'\(path)' cannot be read: \(reason)"
    case .notJSON(let path, let line, let column, let expected, let found):
      """
      \(path):\(line):\(column): the file is damaged: expected \(expected), found \(found); \
      restore the file, or remove it to report the rest of the run
      """
    case .wrongValue(let path, let line, let key, let expected, let found):
      """
      \(path):\(line): '\(key)' must be \(expected), found \(found); \
      correct the file, or remove it to report the rest of the run
      """
    case .unknownDataset(let name, let known):
      "no run of data set '\(name)' is there, and no table of it is known; known here: \(known.joined(separator: ", "))"
    }
  }
}
