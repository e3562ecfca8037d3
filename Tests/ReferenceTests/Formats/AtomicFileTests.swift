import Foundation
import Reference
import Testing

@Suite struct AtomicFileTests {
  @Test func replacesTheFileAndLeavesNothingBeside() throws {
    let folder = try FormatsFolder()
    try AtomicFile.write([1, 2, 3], to: folder.file("a b.bin"))
    try AtomicFile.write([4], to: folder.file("a b.bin"))
    #expect(try AtomicFile.read(folder.file("a b.bin")) == [4])
    #expect(try folder.names() == ["a b.bin"])
  }

  @Test func readsWhatIsLongerThanAChunk() throws {
    let folder = try FormatsFolder()
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    try AtomicFile.write(Data(bytes), to: folder.file("long"))
    #expect(try AtomicFile.read(folder.file("long")) == bytes)
  }

  @Test func clearsAwayWhatAKilledProcessLeft() throws {
    let folder = try FormatsFolder()
    // No process has a number above the largest one of the kernel, 2^22.
    try Data([0]).write(to: folder.file(".model.99999999-1.partial"))
    try Data([0]).write(to: folder.file(".model.\(getpid())-99.partial"))
    try AtomicFile.write([1], to: folder.file("model"))
    #expect(try folder.names() == [".model.\(getpid())-99.partial", "model"])
  }

  @Test func namesAFolderThatIsMissing() throws {
    let folder = try FormatsFolder()
    let url = folder.file("missing/model")
    let error = #expect(throws: FileError.self) { try AtomicFile.write([1], to: url) }
    #expect(
      error?.description
        == "cannot write \(url.path()): no such file or directory; check the spelling, and make the folder if it is missing"
    )
    #expect(error?.errorNumber == ENOENT)
  }

  @Test func refusesToReplaceAFolder() throws {
    let folder = try FormatsFolder()
    try FileManager.default.createDirectory(at: folder.file("model/inner"), withIntermediateDirectories: true)
    let error = #expect(throws: FileError.self) { try AtomicFile.write([1], to: folder.file("model")) }
    #expect(error?.errorNumber == EISDIR)
    #expect(try folder.names() == ["model"])
  }

  @Test(.enabled(if: getuid() != 0 || SmallDisk.canBeMounted, "root may write anywhere, and no disk can be mounted"))
  func keepsTheOldFileWhereTheFolderCannotBeWritten() throws {
    let folder = try FormatsFolder()
    let disk = getuid() == 0 ? try SmallDisk(at: folder.url) : nil
    defer { disk?.unmount() }
    try AtomicFile.write([1], to: folder.file("model"))
    if let disk { try disk.forbidWriting() } else { chmod(folder.url.path(), 0o500) }
    defer { chmod(folder.url.path(), 0o700) }
    let error = #expect(throws: FileError.self) { try AtomicFile.write([2], to: folder.file("model")) }
    #expect(error?.errorNumber == (disk == nil ? EACCES : EROFS))
    #expect(try folder.names() == ["model"])
    #expect(try folder.bytes("model") == [1])
  }

  @Test(.enabled(if: SmallDisk.canBeMounted, "only root can mount the small disk that this test fills"))
  func keepsTheOldFileWhereTheDiskIsFull() throws {
    let folder = try FormatsFolder()
    let disk = try SmallDisk(at: folder.url)
    defer { disk.unmount() }
    try AtomicFile.write([1], to: folder.file("model"))
    let large = [UInt8](repeating: 7, count: 4 * SmallDisk.size)
    let error = #expect(throws: FileError.self) { try AtomicFile.write(large, to: folder.file("model")) }
    #expect(
      error?.description == "cannot write \(folder.file("model").path()): no space left on device; "
        + "make room there or choose a folder on another disk")
    #expect(try folder.names() == ["model"])
    #expect(try folder.bytes("model") == [1])
  }
}

@Suite struct AppendedFileTests {
  @Test func goesOnWhereTheFileEnds() throws {
    let folder = try FormatsFolder()
    try AppendedFile(creating: folder.file("log")).append([1, 2])
    let again = try AppendedFile(extending: folder.file("log"))
    try again.append([3])
    #expect(try folder.bytes("log") == [1, 2, 3])
    #expect(again.length == 3)
    let error = #expect(throws: FileError.self) { try AppendedFile(creating: folder.file("log")) }
    #expect(error?.errorNumber == EEXIST)
  }

  @Test(.enabled(if: SmallDisk.canBeMounted, "only root can mount the small disk that this test fills"))
  func endsAfterAWholeRecordWhereTheDiskIsFull() throws {
    let folder = try FormatsFolder()
    let disk = try SmallDisk(at: folder.url)
    defer { disk.unmount() }
    let log = try AppendedFile(creating: folder.file("log"))
    try log.append([1, 2])
    #expect(throws: FileError.self) { try log.append([UInt8](repeating: 7, count: 4 * SmallDisk.size)) }
    try log.append([3])
    #expect(try folder.bytes("log") == [1, 2, 3])
  }
}
