/// Why a file could not be fetched, and what to do about it.
public struct DownloadError: Error, Equatable, CustomStringConvertible {
  /// The address that was asked.
  public let url: String
  /// What went wrong.
  public let problem: Problem

  /// Makes the error of one address.
  public init(_ url: String, _ problem: Problem) {
    self.url = url
    self.problem = problem
  }

  /// Everything that can go wrong.
  public enum Problem: Equatable, Sendable {
    case notPublished(dataset: String)
    case toolMissing
    case refused(status: Int)
    case interrupted(reason: String, received: Int, part: String)
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
      return
        "\(dataset) is not published as files that could be fetched; name the folder that holds them with --data DIR"
    case .toolMissing:
      return "the command curl, which fetches files, was not found in PATH; install it (apt install curl) and run again"
    case .refused(let status):
      return
        "the server answered with status \(status), expected 200; look at the address in a browser and try again later"
    case .interrupted(let reason, 0, _): return "\(reason); see that the network is up and run again"
    case .interrupted(let reason, let received, let part):
      return "\(reason); \(received) bytes are kept in \(part), run again to go on from there"
    case .cannotWrite(let path, let reason):
      return "\(path) cannot be written: \(reason); make room or choose another folder"
    case .wrongChecksum(let expected, let found):
      return "expected the MD5 checksum \(expected), found \(found); what came was removed, try again later"
    case .existingFileDiffers(let path, let expected, let found):
      return """
        \(path) is there with the MD5 checksum \(found), expected \(expected); move it away if the official file is wanted
        """
    }
  }
}
