import Foundation
import Testing

/// An unreadable file is a finding; the others are still checked.
@Suite struct UnreadableFileTests {
  private static let good = "scale: 2\n"

  private func findings(_ command: Command, _ paths: String) throws -> (code: Int32, lines: [String]) {
    let result = try command.run("check", "--output-format", "concise", paths)
    return (result.code, result.output.split(separator: "\n").map(String.init))
  }

  @Test func binaryFile() throws {
    let command = try Command(["good.yml": Self.good])
    try command.write("bad.yml", Data([0x61, 0x00, 0x62]))
    let (code, lines) = try findings(command, ".")
    #expect(code == 2)
    #expect(
      lines == [
        "bad.yml:1:1: error[unreadable-file] contains null bytes, so it is not text; exclude it, "
          + "or save it as UTF-8"
      ])
  }

  @Test func enormousFileIsNotRead() throws {
    let command = try Command(["good.yml": Self.good])
    try command.write("huge.yml", Data())
    let handle = try FileHandle(forWritingTo: URL(filePath: command.path).appending(path: "huge.yml"))
    try handle.truncate(atOffset: 100 << 20)
    try handle.close()
    let (code, lines) = try findings(command, ".")
    #expect(code == 2)
    #expect(
      lines == [
        "huge.yml:1:1: error[unreadable-file] is 100 MB, more than the limit of 20 MB; exclude it"
      ])
  }

  @Test func brokenLinkIsReported() throws {
    let command = try Command(["good.yml": Self.good])
    try FileManager.default.createSymbolicLink(
      atPath: command.path + "/dangling.yml", withDestinationPath: command.path + "/gone.yml")
    #expect(try findings(command, ".").code == 0)
    let (code, lines) = try findings(command, "dangling.yml")
    #expect(code == 2)
    #expect(lines == ["dangling.yml:1:1: error[unreadable-file] cannot be read: no such file or directory"])
  }

  @Test func folderNamedLikeAFile() throws {
    let (code, lines) = try findings(try Command(["x.yml/good.yml": Self.good]), "x.yml")
    #expect(code == 0)
    #expect(lines.isEmpty)
  }

  @Test func unknownFileExtension() throws {
    let (code, lines) = try findings(try Command(["model.bin": "weights"]), "model.bin")
    #expect(code == 2)
    #expect(
      lines == [
        "model.bin:1:1: error[unreadable-file] files with the extension '.bin' are not read; expected one such as '.py' or "
          + "'.swift'"
      ])
  }
}
