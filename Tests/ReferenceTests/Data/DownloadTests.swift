import Foundation
import Reference
import Testing

/// A `range_server.py` process that ends with the last reference to it.
final class RangeServer {
  private let input = Pipe()
  let address: String
  /// The content that the server sends, as defined in the script.
  static let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * $0 + $0 / 251) }

  static func find(_ command: String) -> URL? {
    let directories = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return directories.map { URL(filePath: "\($0)/\(command)") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }

  init() throws {
    let python = try #require(Self.find("python3"))
    let process = Process()
    process.executableURL = python
    process.arguments = [URL(filePath: #filePath).deletingLastPathComponent().appending(path: "range_server.py").path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = input
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    address = "http://127.0.0.1:\(line.trimmingCharacters(in: .whitespacesAndNewlines))"
  }

  deinit { try? input.fileHandleForWriting.close() }
}

@Suite(
  .enabled(if: RangeServer.find("python3") != nil, "python3 is not installed"),
  .enabled(if: RangeServer.find("curl") != nil, "curl is not installed"))
struct DownloadTests {
  let md5 = MD5.digest(of: RangeServer.content)
  let server: RangeServer
  let directory: TemporaryDirectory

  init() throws {
    server = try RangeServer()
    directory = try TemporaryDirectory()
  }

  private func download(_ path: String, md5: String?) -> Download {
    var download = Download(from: server.address + path, to: directory.file("new/data.gz"), md5: md5)
    download.retryDelay = 0.01
    return download
  }

  private var names: [String] {
    (try? directory.names(in: "new")) ?? []
  }

  private func content() throws -> [UInt8] { try directory.bytes("new/data.gz") }

  /// Writes the partial file of an earlier run.
  private func writePartialFile(_ bytes: [UInt8]) throws { try directory.write("new/data.gz.part", bytes) }

  @Test func downloadsOnceAndThenKeepsFile() throws {
    var last = 0
    #expect(try download("/file", md5: md5).run { last = $0 } == .downloaded)
    #expect(try content() == RangeServer.content)
    #expect(last == RangeServer.content.count)
    #expect(names == ["data.gz"])
    #expect(try download("/file", md5: md5).run() == .alreadyPresent)
    #expect(try download("/missing", md5: nil).run() == .alreadyPresent)
  }

  @Test(arguments: ["/file", "/plain"])
  func resumesPartialFile(path: String) throws {
    try writePartialFile(Array(RangeServer.content.prefix(100_000)))
    try download(path, md5: md5).run()
    #expect(try content() == RangeServer.content)
    #expect(names == ["data.gz"])
  }

  @Test func interruptedTransferResumes() throws {
    var cut = download("/cut", md5: md5)
    cut.retries = 9
    try cut.run()
    #expect(try content() == RangeServer.content)
  }

  @Test func partialFileIsKeptAfterLastRetry() throws {
    var cut = download("/cut", md5: md5)
    cut.retries = 1
    let message = errorMessage { try cut.run() }
    #expect(message.contains("bytes are kept in \(cut.partialFile); retry to resume"), "\(message)")
    #expect(names == ["data.gz.part"])
    try download("/file", md5: md5).run()
    #expect(try content() == RangeServer.content)
  }

  @Test func serverErrorIsRetried() throws {
    try download("/busy", md5: md5).run()
    #expect(try content() == RangeServer.content)
  }

  @Test func completePartialFileIsNotDownloadedAgain() throws {
    try writePartialFile(RangeServer.content)
    try download("/missing", md5: md5).run()
    #expect(try content() == RangeServer.content)
  }

  @Test(arguments: [100_000, 300_000, 400_000])
  func partialFileOfAnotherFileIsReplaced(length: Int) throws {
    try writePartialFile([UInt8](repeating: 1, count: length))
    try download("/file", md5: md5).run()
    #expect(try content() == RangeServer.content)
  }

  @Test func wrongChecksumDeletesDownload() {
    let wrong = String(repeating: "0", count: 32)
    #expect(
      errorMessage { try download("/file", md5: wrong).run() } == """
        \(server.address)/file: expected MD5 \(wrong), found \(md5); the download was deleted; retry later
        """)
    #expect(names == [])
  }

  @Test func directoryThatCannotBeCreatedThrows() throws {
    let file = try directory.write("new", [1])
    let message = errorMessage { try download("/file", md5: md5).run() }
    #expect(message.hasPrefix("\(server.address)/file: \(file) cannot be written: "), "\(message)")
    #expect(message.hasSuffix("; free some space or choose another directory"), "\(message)")
  }

  @Test func existingFileWithOtherContentIsKept() throws {
    try writePartialFile([])
    try directory.write("new/data.gz", [1, 2, 3])
    #expect(errorMessage { try download("/file", md5: md5).run() }.contains("data.gz exists with MD5 "))
    #expect(try content() == [1, 2, 3])
  }

  @Test func httpErrorReportsStatus() {
    #expect(
      errorMessage { try download("/missing", md5: md5).run() } == """
        \(server.address)/missing: HTTP status 404; check the URL in a browser, or retry later
        """)
    #expect(names == [])
  }

  @Test func unreachableServerThrows() {
    var unreachable = Download(from: "http://127.0.0.1:1/file", to: directory.file("new/data.gz"), md5: md5)
    unreachable.retryDelay = 0.01
    let message = errorMessage { try unreachable.run() }
    #expect(message.hasPrefix("http://127.0.0.1:1/file: curl: (7) Failed to connect"), "\(message)")
  }

  @Test func unpublishedDatasetThrows() throws {
    let entry = try DatasetCatalog.entry(named: "kkanji10-64")
    #expect(
      errorMessage { try DatasetCatalog.download(entry, into: directory.path) { _, _ in } } == """
        kkanji10-64: the 10 most frequent classes of Kuzushiji-Kanji at 64×64 has no official download; give the directory \
        of its files with --data DIR
        """)
  }
}
