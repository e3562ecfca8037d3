import Foundation
import Reference
import Testing

/// A server of `range_server.py` that runs as long as the value lives.
final class RangeServer {
  private let input = Pipe()
  let address: String
  /// What the server sends: the same bytes as in the script.
  static let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * $0 + $0 / 251) }

  static func find(_ command: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(filePath: "\($0)/\(command)") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }

  init() throws {
    let process = Process()
    process.executableURL = try #require(Self.find("python3"))
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
  .enabled(if: RangeServer.find("python3") != nil, "python3 is absent, which serves the files"),
  .enabled(if: RangeServer.find("curl") != nil, "curl is absent, which fetches the files"))
struct DownloadTests {
  let md5 = MD5.digest(of: RangeServer.content)
  let server: RangeServer
  let folder: ScratchFolder

  init() throws {
    server = try RangeServer()
    folder = try ScratchFolder()
  }

  private func download(_ path: String, md5: String?) -> Download {
    var download = Download(from: server.address + path, to: folder.url.appending(path: "new/data.gz"), md5: md5)
    download.pause = 0.01
    return download
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "new").path)) ?? []).sorted()
  }

  private func content() throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.url.appending(path: "new/data.gz"))) }

  /// Leaves the beginning of a file as an earlier run would.
  private func leavePart(_ bytes: [UInt8]) throws {
    try FileManager.default.createDirectory(at: folder.url.appending(path: "new"), withIntermediateDirectories: true)
    try folder.write("new/data.gz.part", bytes)
  }

  @Test func fetchesAWholeFileAndThenKnowsIt() throws {
    var last = 0
    #expect(try download("/file", md5: md5).run { last = $0 } == .fetched)
    #expect(try content() == RangeServer.content)
    #expect(last == RangeServer.content.count)
    #expect(names == ["data.gz"])
    #expect(try download("/file", md5: md5).run() == .present)
    #expect(try download("/missing", md5: nil).run() == .present)
  }

  @Test(arguments: ["/file", "/plain"])
  func goesOnWhereAnEarlierRunStopped(path: String) throws {
    try leavePart(Array(RangeServer.content.prefix(100_000)))
    try download(path, md5: md5).run()
    #expect(try content() == RangeServer.content)
    #expect(names == ["data.gz"])
  }

  @Test func aTransferThatIsCutOffGoesOn() throws {
    var cut = download("/cut", md5: md5)
    cut.retries = 9
    try cut.run()
    #expect(try content() == RangeServer.content)
  }

  @Test func afterTooManyBreaksThePartIsKept() throws {
    var cut = download("/cut", md5: md5)
    cut.retries = 1
    let says = message { try cut.run() }
    #expect(says.contains("bytes are kept in \(cut.part.path), run again to go on from there"), "\(says)")
    #expect(names == ["data.gz.part"])
    try download("/file", md5: md5).run()
    #expect(try content() == RangeServer.content)
  }

  @Test func aServerInTroubleIsAskedAgain() throws {
    try download("/busy", md5: md5).run()
    #expect(try content() == RangeServer.content)
  }

  @Test func whatCameCompletelyIsNotFetchedAgain() throws {
    try leavePart(RangeServer.content)
    try download("/missing", md5: md5).run()
    #expect(try content() == RangeServer.content)
  }

  @Test(arguments: [100_000, 300_000, 400_000])
  func aPartOfAnotherFileIsReplaced(length: Int) throws {
    try leavePart([UInt8](repeating: 1, count: length))
    try download("/file", md5: md5).run()
    #expect(try content() == RangeServer.content)
  }

  @Test func aWrongChecksumLeavesNothing() {
    let wrong = String(repeating: "0", count: 32)
    #expect(
      message { try download("/file", md5: wrong).run() } == """
        \(server.address)/file: expected the MD5 checksum \(wrong), found \(md5); what came was removed, try again later
        """)
    #expect(names == [])
  }

  @Test func aFolderThatCannotBeMadeIsAnError() throws {
    let file = try folder.write("new", [1])
    let says = message { try download("/file", md5: md5).run() }
    #expect(says.hasPrefix("\(server.address)/file: \(file.path) cannot be written: "), "\(says)")
    #expect(says.hasSuffix("; make room or choose another folder"), "\(says)")
  }

  @Test func aFileThatDiffersIsLeftAlone() throws {
    try leavePart([])
    try folder.write("new/data.gz", [1, 2, 3])
    #expect(message { try download("/file", md5: md5).run() }.contains("data.gz is there with the MD5 checksum"))
    #expect(try content() == [1, 2, 3])
  }

  @Test func aMissingFileSaysTheStatus() {
    #expect(
      message { try download("/missing", md5: md5).run() } == """
        \(server.address)/missing: the server answered with status 404, expected 200; look at the address in a browser and \
        try again later
        """)
    #expect(names == [])
  }

  @Test func aServerThatIsAwayIsAnError() {
    var away = Download(from: "http://127.0.0.1:1/file", to: folder.url.appending(path: "new/data.gz"), md5: md5)
    away.pause = 0.01
    let says = message { try away.run() }
    #expect(says.hasPrefix("http://127.0.0.1:1/file: curl: (7) Failed to connect"), "\(says)")
  }

  @Test func whatIsNotPublishedSaysSo() throws {
    let entry = try DatasetCatalogue.entry(named: "kkanji10-64")
    #expect(
      message { try DatasetCatalogue.download(entry, into: folder.url) { _, _ in } } == """
        kkanji10-64: 10 frequent classes of Kuzushiji-Kanji, 64 by 64 is not published as files that could be fetched; name \
        the folder that holds them with --data DIR
        """)
  }
}
