/// Why a run cannot be reported.
public enum ReportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The path is not a run directory.
  case notARun(path: String)
  /// The directory contains no runs.
  case noRuns(directory: String)
  /// A file or directory exists but cannot be read.
  case unreadable(path: String, reason: String)
  /// A file is not valid JSON; columns count bytes from 1.
  case notJSON(path: String, line: Int, column: Int, expected: String, found: String)
  /// A JSON value has the wrong type or range.
  case wrongValue(path: String, line: Int, key: String, expected: String, found: String)
  /// There are neither runs nor published results of a dataset.
  case unknownDataset(name: String, known: [String])

  public var description: String {
    switch self {
    case .notARun(let path):
      """
      '\(path)' is not a run directory: it has no configuration.json, metrics.jsonl or result.json; \
      create a run with 'mllint reference train'
      """
    case .noRuns(let directory):
      "no runs found in '\(directory)'; train a model with 'mllint reference train', or give a run directory"
    case .unreadable(let path, let reason):
      "'\(path)' cannot be read: \(reason)"
    case .notJSON(let path, let line, let column, let expected, let found):
      """
      \(path):\(line):\(column): invalid JSON: expected \(expected), found \(found); \
      restore the file, or delete it to report the rest of the run
      """
    case .wrongValue(let path, let line, let key, let expected, let found):
      """
      \(path):\(line): '\(key)' must be \(expected), found \(found); \
      fix the file, or delete it to report the rest of the run
      """
    case .unknownDataset(let name, let known):
      "no runs or published results for dataset '\(name)'; choose from \(known.joined(separator: ", "))"
    }
  }
}
