import Foundation

/// The system's command `curl`, asked to fetch one file.
struct Curl {
  /// What came of a transfer.
  struct Answer {
    enum Kind {
      case complete
      /// The server said no, for good.
      case refused(status: Int)
      /// The server does not send the rest of a file, or has no more of it.
      case cannotResume
      /// The connection broke or never came about.
      case broken
    }

    let kind: Kind
    /// What curl said.
    let message: String
  }

  private let command: URL

  /// Looks for the command in the folders of `PATH`; nil if it is not there.
  init?() {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    let places = folders.map { URL(filePath: String($0)).appending(path: "curl") }
    guard let place = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else { return nil }
    command = place
  }

  /// Fetches `url`, going on after what `file` holds already.
  ///
  /// The content comes through a pipe, so that curl ends when this process does, however that ends: two of them would
  /// write into the same file.
  /// - Parameters:
  ///   - url: what to fetch.
  ///   - file: what to append to; made when the first bytes come.
  ///   - progress: is called with the size of `file` in bytes, for every piece of at most 64 KiB.
  /// - Throws: `DownloadError` where curl cannot be started or the file cannot be written.
  func fetch(_ url: String, to file: URL, progress: (Int) -> Void) throws(DownloadError) -> Answer {
    let process = Process()
    process.executableURL = command
    process.arguments = [
      "--silent", "--show-error", "--fail", "--location", "--connect-timeout", "20",
      // Under 100 bytes a second for 30 seconds is a dead connection.
      "--speed-limit", "100", "--speed-time", "30", "--continue-at", "\(Self.size(of: file))", "--url", url,
    ]
    let (content, trouble) = (Pipe(), Pipe())
    process.standardOutput = content
    process.standardError = trouble
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw DownloadError(url, .toolMissing)
    }
    do {
      try Self.append(content.fileHandleForReading, to: file, progress)
    } catch {
      // Without a reader curl ends by itself.
      try? content.fileHandleForReading.close()
      throw DownloadError(url, .cannotWrite(path: file.path, reason: error.localizedDescription))
    }
    let bytes = (try? trouble.fileHandleForReading.readToEnd()) ?? Data()
    while process.isRunning { Thread.sleep(forTimeInterval: 0.005) }
    return answer(
      exit: process.terminationStatus,
      message: String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }

  private static func append(_ content: FileHandle, to file: URL, _ progress: (Int) -> Void) throws {
    var output: FileHandle?
    defer { try? output?.close() }
    var received = size(of: file)
    while let piece = try content.read(upToCount: 1 << 16), !piece.isEmpty {
      if output == nil {
        if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
        output = try FileHandle(forWritingTo: file)
        try output?.seekToEnd()
      }
      try output?.write(contentsOf: piece)
      received += piece.count
      progress(received)
    }
  }

  /// Reads curl's exit status, which its manual lists, and for a refusal the server's status, which stands last in the message.
  private func answer(exit: Int32, message: String) -> Answer {
    let status = message.split(separator: " ").last.flatMap { Int($0) } ?? 0
    let kind: Answer.Kind
    switch (exit, status) {
    case (0, _): kind = .complete
    case (22, 416), (33, _), (36, _): kind = .cannotResume
    // Too many requests and a server in trouble may pass; other refusals stay.
    case (22, 429), (22, 500...): kind = .broken
    case (22, _): kind = .refused(status: status)
    default: kind = .broken
    }
    return Answer(kind: kind, message: message.isEmpty ? "curl ended with status \(exit)" : message)
  }

  /// The size of a file in bytes, 0 if there is none.
  static func size(of file: URL) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}
