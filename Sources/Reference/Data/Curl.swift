import Glibc

/// Downloads single files with the system's `curl` command, which handles proxies and certificates.
enum Curl {
  /// The outcome of one transfer.
  struct Transfer {
    enum Outcome {
      case complete
      /// The server rejected the request permanently.
      case httpError(status: Int)
      /// The server does not support ranges, or the partial file is not a prefix of the file.
      case cannotResume
      /// The connection failed or was interrupted; a retry may succeed.
      case interrupted
    }

    let outcome: Outcome
    /// The error message of curl.
    let message: String
  }

  /// Downloads `url`, resuming after the existing contents of `file`.
  ///
  /// The data comes through a pipe, so that curl ends with this process: two of them must not write to the same file.
  /// - Parameters:
  ///   - url: the URL of the file.
  ///   - file: the file to append to; created when the first bytes arrive.
  ///   - progress: called with the size of `file` in bytes after every chunk of at most 64 KiB.
  /// - Throws: `DownloadError` if curl cannot be started or the file cannot be written.
  static func fetch(_ url: String, to file: FilePath, progress: (Int) -> Void) throws(DownloadError) -> Transfer {
    let arguments = [
      "--silent", "--show-error", "--fail", "--location", "--connect-timeout", "20",
      // Less than 100 bytes/s for 30 seconds counts as a dead connection.
      "--speed-limit", "100", "--speed-time", "30", "--continue-at", "\(FileStatus(file)?.size ?? 0)", "--url", url,
    ]
    guard let process = ChildProcess("curl", arguments, capturesOutput: true), let output = process.output,
      let errors = process.errors
    else { throw DownloadError(url, .curlMissing) }
    do throws(FileError) {
      try append(output, to: file, progress)
    } catch {
      // Without readers, curl exits by itself.
      close(output)
      close(errors)
      _ = process.waitForExit()
      throw DownloadError(url, .cannotWrite(path: file.string, reason: error.reason))
    }
    close(output)
    let message = readText(errors)
    close(errors)
    return transfer(exitCode: process.waitForExit(), message: message)
  }

  private static func append(_ output: Int32, to file: FilePath, _ progress: (Int) -> Void) throws(FileError) {
    var chunk = readChunk(output)
    guard !chunk.isEmpty else { return }
    let target = try AppendOnlyFile(extending: file)
    while !chunk.isEmpty {
      try target.append(chunk)
      progress(target.length)
      chunk = readChunk(output)
    }
  }

  /// The next bytes of a pipe; none at its end.
  private static func readChunk(_ descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      var count = 0
      repeat { count = read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
  }

  private static func readText(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    while true {
      let chunk = readChunk(descriptor)
      if chunk.isEmpty { break }
      bytes += chunk
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Interprets curl's exit code (see its manual) and, for HTTP errors, the status at the end of its message.
  private static func transfer(exitCode: Int32, message: String) -> Transfer {
    let status = message.split(separator: " ").last.flatMap { Int($0) } ?? 0
    let outcome: Transfer.Outcome
    switch (exitCode, status) {
    case (0, _): outcome = .complete
    case (22, 416), (33, _), (36, _): outcome = .cannotResume
    // Rate limits and server errors may be temporary; other HTTP errors are not.
    case (22, 429), (22, 500...): outcome = .interrupted
    case (22, _): outcome = .httpError(status: status)
    default: outcome = .interrupted
    }
    return Transfer(outcome: outcome, message: message.isEmpty ? "curl exited with status \(exitCode)" : message)
  }
}
