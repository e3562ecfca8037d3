import Foundation
import Reference
import Testing

@Suite struct AtomicFileTests {
  @Test func writeReplacesFileWithoutLeftovers() throws {
    let directory = try TemporaryDirectory()
    try AtomicFile.write([1, 2, 3], to: directory.file("a b.bin"))
    try AtomicFile.write([4], to: directory.file("a b.bin"))
    #expect(try AtomicFile.read(directory.file("a b.bin")) == [4])
    #expect(try directory.names() == ["a b.bin"])
  }

  @Test func readsLongFile() throws {
    let directory = try TemporaryDirectory()
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    try AtomicFile.write(bytes, to: directory.file("long"))
    #expect(try AtomicFile.read(directory.file("long")) == bytes)
  }

  @Test func removesTemporaryFilesOfKilledProcesses() throws {
    let directory = try TemporaryDirectory()
    // Above the largest possible process ID, 2^22.
    try directory.write(".model.99999999-1.partial", [0])
    try directory.write(".model.\(getpid())-99.partial", [0])
    try AtomicFile.write([1], to: directory.file("model"))
    #expect(try directory.names() == [".model.\(getpid())-99.partial", "model"])
  }

  @Test func missingDirectoryThrows() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("missing/model")
    let error = #expect(throws: FileError.self) { try AtomicFile.write([1], to: path) }
    #expect(
      error?.description == "cannot write \(path): no such file or directory; "
        + "check the spelling, or create the directory if it is missing")
    #expect(error?.errorNumber == ENOENT)
  }

  @Test func directoryIsNotReplaced() throws {
    let directory = try TemporaryDirectory()
    try Directory.make(directory.file("model/inner"))
    let error = #expect(throws: FileError.self) { try AtomicFile.write([1], to: directory.file("model")) }
    #expect(error?.errorNumber == EISDIR)
    #expect(try directory.names() == ["model"])
  }

  @Test(
    .enabled(if: getuid() != 0 || SmallDisk.canBeMounted, "root can write anywhere, and no file system can be mounted"))
  func readOnlyDirectoryKeepsOldFile() throws {
    let directory = try TemporaryDirectory()
    let disk = getuid() == 0 ? try SmallDisk(at: directory.path) : nil
    defer { disk?.unmount() }
    try AtomicFile.write([1], to: directory.file("model"))
    if let disk { try disk.makeReadOnly() } else { chmod(directory.path.string, 0o500) }
    defer { chmod(directory.path.string, 0o700) }
    let error = #expect(throws: FileError.self) { try AtomicFile.write([2], to: directory.file("model")) }
    #expect(error?.errorNumber == (disk == nil ? EACCES : EROFS))
    #expect(try directory.names() == ["model"])
    #expect(try directory.bytes("model") == [1])
  }

  @Test(.enabled(if: SmallDisk.canBeMounted, "only root can mount the small file system"))
  func fullDiskKeepsOldFile() throws {
    let directory = try TemporaryDirectory()
    let disk = try SmallDisk(at: directory.path)
    defer { disk.unmount() }
    try AtomicFile.write([1], to: directory.file("model"))
    let large = [UInt8](repeating: 7, count: 4 * SmallDisk.size)
    let error = #expect(throws: FileError.self) { try AtomicFile.write(large, to: directory.file("model")) }
    #expect(
      error?.description == "cannot write \(directory.file("model")): no space left on device; "
        + "free some space or choose a directory on another disk")
    #expect(try directory.names() == ["model"])
    #expect(try directory.bytes("model") == [1])
  }
}

@Suite struct AppendOnlyFileTests {
  @Test func appendContinuesExistingFile() throws {
    let directory = try TemporaryDirectory()
    try AppendOnlyFile(creating: directory.file("log")).append([1, 2])
    let again = try AppendOnlyFile(extending: directory.file("log"))
    try again.append([3])
    #expect(try directory.bytes("log") == [1, 2, 3])
    #expect(again.length == 3)
    let error = #expect(throws: FileError.self) { try AppendOnlyFile(creating: directory.file("log")) }
    #expect(error?.errorNumber == EEXIST)
  }

  @Test(.enabled(if: SmallDisk.canBeMounted, "only root can mount the small file system"))
  func fullDiskLeavesOnlyCompleteRecords() throws {
    let directory = try TemporaryDirectory()
    let disk = try SmallDisk(at: directory.path)
    defer { disk.unmount() }
    let log = try AppendOnlyFile(creating: directory.file("log"))
    try log.append([1, 2])
    #expect(throws: FileError.self) { try log.append([UInt8](repeating: 7, count: 4 * SmallDisk.size)) }
    try log.append([3])
    #expect(try directory.bytes("log") == [1, 2, 3])
  }
}
