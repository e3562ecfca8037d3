import Reference
import Testing

@Suite struct IDXTests {
  let images = DataFixture.idx([2, 2, 3], Array(1...12))

  @Test func decodesPlainAndGzippedFiles() throws {
    for bytes in [images, DataFixture.gzip(images)] {
      let array = try IDX.decode(bytes, path: "images", rank: 3)
      #expect(array == (try IDX.decode(images, path: "images", rank: 3)))
      #expect(array.shape == [2, 2, 3])
      #expect(array.values == Array(1...12))
    }
    #expect(try IDX.decode(DataFixture.idx([3], [7, 8, 9]), path: "labels", rank: 1).values == [7, 8, 9])
  }

  @Test func formatIsDetectedFromContent() throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("images.gz", images)
    #expect(try ByteArray.read(from: file, rank: 3).shape == [2, 2, 3])
  }

  @Test func wrongMagicNumberIsReported() {
    #expect(
      errorMessage { _ = try IDX.decode(DataFixture.idx([12], Array(1...12)), path: "x", rank: 3) } == """
        x: expected IDX magic number 0x00000803 (images), found 0x00000801; check that this is the right file
        """)
    #expect(
      errorMessage { _ = try IDX.decode(images, path: "x", rank: 1) } == """
        x: expected IDX magic number 0x00000801 (labels), found 0x00000803; check that this is the right file
        """)
    #expect(errorMessage { _ = try IDX.decode([60, 33], path: "x", rank: 1) }.contains("found 0x3c21"))
  }

  @Test(arguments: [4, 15, 16, 20, 27])
  func truncatedFileReportsSizes(length: Int) {
    let expected = length < 16 ? 16 : 28
    #expect(
      errorMessage { _ = try IDX.decode(Array(images.prefix(length)), path: "x", rank: 3) }
        == "x: truncated: expected \(expected) bytes of data, found \(length); download it again")
  }

  @Test func truncatedGzipStreamThrows() {
    let compressed = DataFixture.gzip(images)
    for length in 0..<compressed.count {
      #expect(errorMessage { _ = try IDX.decode(Array(compressed.prefix(length)), path: "x", rank: 3) } != "no error")
    }
  }

  @Test func trailingBytesThrow() {
    let expected = "x: expected 28 bytes of data, found more, so the header is wrong; download it again"
    #expect(errorMessage { _ = try IDX.decode(images + [0], path: "x", rank: 3) } == expected)
    #expect(errorMessage { _ = try IDX.decode(DataFixture.gzip(images + [0]), path: "x", rank: 3) } == expected)
    #expect(
      errorMessage { _ = try IDX.decode(DataFixture.gzip(images) + [0], path: "x", rank: 3) }
        == "x: invalid gzip stream: 1 trailing byte; download the file again")
  }

  @Test func corruptGzipStreamThrows() {
    var compressed = DataFixture.gzip(images)
    compressed[compressed.count - 5] ^= 1
    #expect(
      errorMessage { _ = try IDX.decode(compressed, path: "x", rank: 3) }
        == "x: invalid gzip stream: incorrect data check; download the file again")
  }

  @Test func oversizedFileIsNotDecompressed() {
    let bomb = DataFixture.gzip(
      [0, 0, 8, 3, 0, 1, 0, 0, 0, 0, 255, 255, 0, 0, 255, 255] + [UInt8](repeating: 0, count: 1 << 20))
    #expect(
      errorMessage { _ = try IDX.decode(bomb, path: "x", rank: 3) } == """
        x: declares 281466386841600 bytes of data, more than the limit of 1073741824; the file is corrupt or is not \
        an image dataset
        """)
    let wrongCount = DataFixture.gzip(DataFixture.idx([1 << 20], [1, 2, 3]))
    #expect(
      errorMessage { _ = try IDX.decode(wrongCount, path: "x", rank: 1) }.contains(
        "expected 1048584 bytes of data, found"))
    #expect(
      errorMessage { _ = try IDX.decode(images, path: "x", rank: 3, limit: 11) }.contains("more than the limit of 11"))
    let overflowing = [0, 0, 8, 3] + [UInt8](repeating: 255, count: 12)
    #expect(errorMessage { _ = try IDX.decode(overflowing, path: "x", rank: 3) }.contains("more than the limit of"))
  }

  @Test func decompressionBombStopsAtExpectedSize() {
    let bomb = DataFixture.gzip([UInt8](repeating: 0, count: 1 << 24))
    #expect(
      errorMessage { _ = try Gzip.inflate(bomb, expected: 100, path: "x") }
        == "x: expected 100 bytes of data, found more, so the header is wrong; download it again")
  }

  @Test func emptyFileThrows() throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("x", [UInt8]())
    let expected = "\(file): the file is empty; download it again"
    #expect(errorMessage { _ = try ByteArray.read(from: file, rank: 3) } == expected)
    try directory.write("x", DataFixture.idx([0], []))
    #expect(errorMessage { _ = try ByteArray.read(from: file, rank: 1) } == expected)
  }

  @Test func directoryThrows() throws {
    let directory = try TemporaryDirectory()
    #expect(
      errorMessage { _ = try ByteArray.read(from: directory.path, rank: 3) }.hasSuffix(
        "cannot be read: not a regular file")
    )
  }
}
