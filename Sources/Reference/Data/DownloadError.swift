/// A failed download, and how to fix it.
public struct DownloadError: Error, Equatable, CustomStringConvertible {
  /// The URL, or the dataset if it has none.
  public let url: String
  /// What went wrong.
  public let problem: Problem

  /// Creates the error for one URL.
  public init(_ url: String, _ problem: Problem) {
    self.url = url
    self.problem = problem
  }

  /// The kinds of problems.
  public enum Problem: Equatable, Sendable {
    case notPublished(dataset: String)
    case curlMissing
    case httpError(status: Int)
    case interrupted(reason: String, received: Int, partialFile: String)
    case cannotWrite(path: String, reason: String)
    case wrongChecksum(expected: String, found: String)
    case existingFileDiffers(path: String, expected: String, found: String)
  }

  public var description: String { "\(url): \(problem)" }
}

extension DownloadError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notPublished(let dataset):
      return "\(dataset) has no official download; give the directory of its files with --data DIR"
    case .curlMissing:
      return "curl was not found in PATH; install it (apt install curl) and retry"
    case .httpError(let status):
      return "HTTP status \(status); check the URL in a browser, or retry later"
    case .interrupted(let reason, 0, _): return "\(reason); check the network and retry"
    case .interrupted(let reason, let received, let partialFile):
      return "\(reason); \(received) bytes are kept in \(partialFile); retry to resume"
    case .cannotWrite(let path, let reason):
      return "\(path) cannot be written: \(reason); free some space or choose another directory"
    case .wrongChecksum(let expected, let found):
      return "expected MD5 \(expected), found \(found); the download was deleted; retry later"
    case .existingFileDiffers(let path, let expected, let found):
      return "\(path) exists with MD5 \(found), expected \(expected); move it away to download the official file"
    }
  }
}
