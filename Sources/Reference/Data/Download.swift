import Glibc

/// Downloads one file to NAME.part and renames it once it is complete and its checksum matches.
///
/// Interrupted transfers resume where they stopped, within a run and across runs, if the server supports ranges.
public struct Download: Sendable {
  /// The URL of the file.
  public let url: String
  /// The final path.
  public let destination: FilePath
  /// The expected MD5 checksum, if known.
  public let md5: String?
  /// The number of retries after interrupted connections.
  public var retries = 3
  /// The delay before the first retry in seconds; it grows linearly.
  public var retryDelay = 1.0

  public enum Outcome: Sendable {
    /// The file existed with the right checksum.
    case alreadyPresent
    case downloaded
  }

  /// Describes a download without starting it.
  public init(from url: String, to destination: FilePath, md5: String?) {
    self.url = url
    self.destination = destination
    self.md5 = md5
  }

  /// The incomplete file.
  public var partialFile: FilePath { FilePath(destination.string + ".part") }

  /// Downloads the file.
  /// - Parameter progress: called with the number of bytes received so far, after every chunk of at most 64 KiB.
  /// - Throws: `DownloadError`; the partial file is kept for the next run unless its checksum is wrong.
  @discardableResult
  public func run(progress: (_ received: Int) -> Void = { _ in }) throws(DownloadError) -> Outcome {
    if destination.exists {
      try checkExisting()
      return .alreadyPresent
    }
    do throws(FileError) {
      try Directory.make(destination.parent)
    } catch {
      throw DownloadError(url, .cannotWrite(path: destination.parent.string, reason: error.reason))
    }
    // The partial file of an earlier run may belong to another file; in that case start over once.
    let resumes = (FileStatus(partialFile)?.size ?? 0) > 0
    if !isComplete { try transfer(progress) }
    if resumes, !isComplete, md5 != nil {
      try removePartialFile()
      try transfer(progress)
    }
    try finish()
    return .downloaded
  }

  /// Runs curl until the file is complete: resumes after interruptions, starts over if resuming is not possible.
  private func transfer(_ progress: (Int) -> Void) throws(DownloadError) {
    var interruptions = 0
    var hasRestarted = false
    while true {
      let transfer = try Curl.fetch(url, to: partialFile, progress: progress)
      switch transfer.outcome {
      case .complete: return
      case .httpError(let status): throw DownloadError(url, .httpError(status: status))
      case .cannotResume where !hasRestarted:
        hasRestarted = true
        try removePartialFile()
      case .cannotResume, .interrupted:
        guard interruptions < retries else {
          let received = FileStatus(partialFile)?.size ?? 0
          throw DownloadError(
            url, .interrupted(reason: transfer.message, received: received, partialFile: partialFile.string))
        }
        interruptions += 1
        usleep(UInt32(retryDelay * Double(interruptions) * 1e6))
      }
    }
  }

  private func finish() throws(DownloadError) {
    if let md5 {
      let found = try checksum(of: partialFile)
      guard found == md5 else {
        try removePartialFile()
        throw DownloadError(url, .wrongChecksum(expected: md5, found: found))
      }
    }
    guard rename(partialFile.string, destination.string) == 0 else { throw cannotWrite(destination, errno) }
  }

  private func checkExisting() throws(DownloadError) {
    guard let md5 else { return }
    let found = try checksum(of: destination)
    guard found == md5 else {
      throw DownloadError(url, .existingFileDiffers(path: destination.string, expected: md5, found: found))
    }
  }

  /// Whether the partial file is already complete, from a run that was stopped before renaming it.
  private var isComplete: Bool {
    guard let md5, partialFile.exists else { return false }
    return (try? MD5.digest(ofFile: partialFile)) == md5
  }

  private func checksum(of file: FilePath) throws(DownloadError) -> String {
    do {
      return try MD5.digest(ofFile: file)
    } catch {
      throw DownloadError(url, .interrupted(reason: error.description, received: 0, partialFile: file.string))
    }
  }

  private func removePartialFile() throws(DownloadError) {
    guard unlink(partialFile.string) == 0 || errno == ENOENT else { throw cannotWrite(partialFile, errno) }
  }

  private func cannotWrite(_ file: FilePath, _ errorNumber: Int32) -> DownloadError {
    let error = FileError(path: file.string, operation: "write", errorNumber: errorNumber)
    return DownloadError(url, .cannotWrite(path: file.string, reason: error.reason))
  }
}
