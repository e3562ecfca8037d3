import Reference
import Testing

@Suite struct SafetensorsTests {
  static let sample = SafetensorsFile(
    metadata: ["epoch": "3", "name": "a \"quoted\"\\\n\u{1} 日本"],
    tensors: [
      ("layer0.weights", [2, 3], [1, -2.5, 3.25, 0, .infinity, Float(bitPattern: 1)]), ("empty", [0, 7], []),
      ("step", [], [42]),
    ])

  @Test func roundTrips() throws {
    let read = try SafetensorsFile(decoding: Self.sample.encoded(), path: "x")
    #expect(read.metadata == Self.sample.metadata)
    #expect(Set(read.tensors.map(\.name)) == ["layer0.weights", "empty", "step"])
    #expect(read["layer0.weights"]?.shape == [2, 3])
    #expect(read["layer0.weights"]?.values == Self.sample.tensors[0].values)
    #expect(read["step"]?.shape == [])
    #expect(read["step"]?.values == [42])
    #expect(read["other"] == nil)
  }

  @Test func preservesBitPatterns() throws {
    let patterns: [UInt32] = [0x7fc0_0001, 0xffff_ffff, 0x8000_0000, 1]
    let file = SafetensorsFile(tensors: [("x", [4], patterns.map(Float.init(bitPattern:)))])
    let read = try SafetensorsFile(decoding: file.encoded(), path: "x")
    #expect(read["x"]?.values.map(\.bitPattern) == patterns)
  }

  @Test func layoutFollowsFormat() {
    let bytes = SafetensorsFile(tensors: [("a", [1], [1])]).encoded()
    let header = #"{"__metadata__":{"crc32":"aca16a6a"},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
    let length = (header.utf8.count + 7) / 8 * 8
    #expect(Array(bytes[..<8]) == [UInt8(length), 0, 0, 0, 0, 0, 0, 0])
    let text = String(decoding: bytes[8..<8 + length], as: UTF8.self)
    #expect(text == header + String(repeating: " ", count: length - header.utf8.count))
    #expect(Array(bytes[(8 + length)...]) == [0, 0, 0x80, 0x3f])
  }

  @Test func checksumDetectsSingleBitChange() throws {
    let bytes = Self.sample.encoded()
    for flipped in [bytes.count - 1, bytes.count - 28] {
      var corrupt = bytes
      corrupt[flipped] ^= 1
      let error = #expect(throws: FormatError.self) { try SafetensorsFile(decoding: corrupt, path: "x") }
      #expect(error?.problem == "the file is corrupt: its checksum does not match its contents")
    }
    let range = try #require(bytes.firstRange(of: Array(#""epoch":"3""#.utf8)))
    var corrupt = bytes
    corrupt[range.upperBound - 2] = UInt8(ascii: "4")
    #expect(throws: FormatError.self) { try SafetensorsFile(decoding: corrupt, path: "x") }
  }

  @Test func corruptFilesNeverCrash() {
    let bytes = Self.sample.encoded()
    for length in 0..<bytes.count {
      #expect(throws: FormatError.self) { try SafetensorsFile(decoding: Array(bytes[..<length]), path: "x") }
    }
    for index in bytes.indices {
      for value: UInt8 in [0, 0xff, bytes[index] ^ 1, bytes[index] &+ 1, UInt8(ascii: "9"), UInt8(ascii: "-")] {
        var corrupt = bytes
        corrupt[index] = value
        _ = try? SafetensorsFile(decoding: corrupt, path: "x")
      }
    }
  }

  @Test func readsFiveMegabytesWithinHalfASecond() throws {
    let values = (0..<1_250_000).map(Float.init)
    let file = SafetensorsFile(tensors: [("x", [1_250_000], values)])
    let clock = ContinuousClock()
    var read: SafetensorsFile?
    let time = try clock.measure { read = try SafetensorsFile(decoding: file.encoded(), path: "x") }
    #expect(read?["x"]?.values == values)
    // Measured: 12 ms on a busy machine. Copying byte by byte would take seconds.
    #expect(time < .milliseconds(500))
  }

  @Test func writesAndReadsFiles() throws {
    let directory = try TemporaryDirectory()
    try Self.sample.write(to: directory.file("a.safetensors"))
    #expect(try SafetensorsFile(contentsOf: directory.file("a.safetensors")).metadata == Self.sample.metadata)
    #expect(throws: FileError.self) { try SafetensorsFile(contentsOf: directory.file("b.safetensors")) }
  }
}
