import Foundation

/// Fetches one file: it grows as NAME.part and gets its name only when it is whole and its checksum fits.
///
/// A transfer that is cut off goes on where it stopped, within the run and in the next one, if the server knows ranges. The
/// transfer itself is left to the system's `curl`, which knows proxies and certificates.
public struct Download: Sendable {
  /// Where the file is published.
  public let url: String
  /// Where to put it.
  public let destination: URL
  /// The MD5 checksum that it must have, if known.
  public let md5: String?
  /// How often to go on after the connection broke.
  public var retries = 3
  /// How long to wait before that, in seconds.
  public var pause = 1.0

  /// What became of it.
  public enum Outcome: Sendable {
    /// The file was there already, with the right checksum.
    case present
    /// The file was fetched.
    case fetched
  }

  /// Describes a download; nothing is fetched yet.
  public init(from url: String, to destination: URL, md5: String?) {
    self.url = url
    self.destination = destination
    self.md5 = md5
  }

  /// The file that grows until it is whole.
  public var part: URL { destination.appendingPathExtension("part") }

  /// Fetches the file.
  /// - Parameter progress: is called with the number of bytes that are there, every 64 KiB.
  /// - Throws: `DownloadError`; what came so far is kept for the next run unless its checksum is wrong.
  @discardableResult
  public func run(progress: (_ received: Int) -> Void = { _ in }) throws(DownloadError) -> Outcome {
    if FileManager.default.fileExists(atPath: destination.path) {
      try checkExisting()
      return .present
    }
    do {
      try FileManager.default.createDirectory(
        at: destination.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw cannotWrite(destination.deletingLastPathComponent(), error)
    }
    // What an earlier run left may be of another file; then everything is fetched anew, once.
    let resumes = Curl.size(of: part) > 0
    if !isWhole(part) { try transfer(progress) }
    if resumes, !isWhole(part), md5 != nil {
      try remove(part)
      try transfer(progress)
    }
    try finish()
    return .fetched
  }

  /// Lets curl work until the file is there; breaks are mended by going on, a refusal to go on by starting anew.
  private func transfer(_ progress: (Int) -> Void) throws(DownloadError) {
    guard let curl = Curl() else { throw DownloadError(url, .toolMissing) }
    var breaks = 0
    var hasStartedAnew = false
    while true {
      let answer = try curl.fetch(url, to: part, progress: progress)
      switch answer.kind {
      case .complete: return
      case .refused(let status): throw DownloadError(url, .refused(status: status))
      case .cannotResume where !hasStartedAnew:
        hasStartedAnew = true
        try remove(part)
      case .cannotResume, .broken:
        guard breaks < retries else {
          let received = Curl.size(of: part)
          throw DownloadError(url, .interrupted(reason: answer.message, received: received, part: part.path))
        }
        breaks += 1
        Thread.sleep(forTimeInterval: pause * Double(breaks))
      }
    }
  }

  private func finish() throws(DownloadError) {
    if let md5 {
      let found = try checksum(of: part)
      guard found == md5 else {
        try remove(part)
        throw DownloadError(url, .wrongChecksum(expected: md5, found: found))
      }
    }
    do {
      try FileManager.default.moveItem(at: part, to: destination)
    } catch {
      throw cannotWrite(destination, error)
    }
  }

  private func checkExisting() throws(DownloadError) {
    guard let md5 else { return }
    let found = try checksum(of: destination)
    guard found == md5 else {
      throw DownloadError(url, .existingFileDiffers(path: destination.path, expected: md5, found: found))
    }
  }

  /// Whether everything had come in an earlier run that was stopped before it gave the file its name.
  private func isWhole(_ file: URL) -> Bool {
    guard let md5, FileManager.default.fileExists(atPath: file.path) else { return false }
    return (try? MD5.digest(ofFile: file)) == md5
  }

  private func checksum(of file: URL) throws(DownloadError) -> String {
    do {
      return try MD5.digest(ofFile: file)
    } catch {
      throw DownloadError(url, .interrupted(reason: error.description, received: 0, part: file.path))
    }
  }

  private func remove(_ file: URL) throws(DownloadError) {
    do {
      try FileManager.default.removeItem(at: file)
    } catch {
      throw cannotWrite(file, error)
    }
  }

  private func cannotWrite(_ file: URL, _ error: any Error) -> DownloadError {
    DownloadError(url, .cannotWrite(path: file.path, reason: error.localizedDescription))
  }
}
