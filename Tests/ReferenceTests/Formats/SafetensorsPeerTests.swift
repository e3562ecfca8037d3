import Foundation
import Reference
import Testing

/// The safetensors package reads what we write, and we read what it writes.
@Suite(.enabled(if: PeerPython.isThere, Comment(rawValue: PeerPython.missing)))
struct SafetensorsPeerTests {
  @Test func bothReadEachOther() throws {
    let folder = try FormatsFolder()
    try SafetensorsTests.sample.write(to: folder.file("ours"))
    let result = try PeerPython.run("read_safetensors.py", [folder.file("ours").path(), folder.file("theirs").path()])
    try #require(result.status == 0, "\(result.output)")
    let theirs = try SafetensorsFile(contentsOf: folder.file("theirs"))
    #expect(theirs.metadata == ["epoch": "4"])
    #expect(theirs["b"]?.shape == [2, 3])
    #expect(theirs["b"]?.values == [0, 1, 2, 3, 4, 5])
    #expect(theirs["a"]?.values == [7])
  }
}
