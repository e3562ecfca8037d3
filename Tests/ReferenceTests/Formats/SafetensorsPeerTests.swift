import Reference
import Testing

@Suite(.enabled(if: PeerPython.isAvailable, "\(PeerPython.missing)"))
struct SafetensorsPeerTests {
  @Test func filesRoundTripThroughSafetensorsPackage() throws {
    let directory = try TemporaryDirectory()
    try SafetensorsTests.sample.write(to: directory.file("ours"))
    let result = try PeerPython.run(
      "Formats/read_safetensors.py", [directory.file("ours").string, directory.file("theirs").string])
    try #require(result.status == 0, "\(result.output)")
    let theirs = try SafetensorsFile(contentsOf: directory.file("theirs"))
    #expect(theirs.metadata == ["epoch": "4"])
    #expect(theirs["b"]?.shape == [2, 3])
    #expect(theirs["b"]?.values == [0, 1, 2, 3, 4, 5])
    #expect(theirs["a"]?.values == [7])
  }
}
