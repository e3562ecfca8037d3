import Reference
import Testing

@Suite struct PNGTests {
  /// The uncompressed chunks, with CRCs computed in Python.
  @Test func chunksFollowStandard() {
    let bytes = PNG.encode(height: 1, width: 2, gray: [0, 255])
    #expect(
      Array(bytes[..<33]) == [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0xd1, 0x49, 0x20, 0x56])
    #expect(Array(bytes.suffix(12)) == [0, 0, 0, 0] + Array("IEND".utf8) + [0xae, 0x42, 0x60, 0x82])
  }

  @Test(.enabled(if: PeerPython.isAvailable, "\(PeerPython.missing)"))
  func pillowReadsAllPixels() throws {
    let directory = try TemporaryDirectory()
    let pixels = (0..<37 * 19).map { UInt8(truncatingIfNeeded: $0 * $0) }
    try AtomicFile.write(PNG.encode(height: 37, width: 19, gray: pixels), to: directory.file("a.png"))
    let result = try PeerPython.run("Formats/read_image.py", [directory.file("a.png").string])
    let sum = zip(1..., pixels).reduce(0) { $0 + $1.0 * Int($1.1) }
    #expect(result.output == "PNG L 19 37 \(sum)\n")
  }
}
