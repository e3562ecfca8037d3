import Reference
import Testing

@Suite struct IDXTests {
  let images = DataFixture.idx([2, 2, 3], Array(1...12))

  @Test func readsImagesAndLabelsPlainAndGzipped() throws {
    for bytes in [images, DataFixture.gzip(images)] {
      let array = try IDX.decode(bytes, path: "images", rank: 3)
      #expect(array == (try IDX.decode(images, path: "images", rank: 3)))
      #expect(array.shape == [2, 2, 3])
      #expect(array.values == Array(1...12))
    }
    #expect(try IDX.decode(DataFixture.idx([3], [7, 8, 9]), path: "labels", rank: 1).values == [7, 8, 9])
  }

  @Test func contentDecidesAndNotTheName() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("images.gz", images)
    #expect(try ByteArray.read(from: file, rank: 3).shape == [2, 2, 3])
  }

  @Test func aWrongMagicNumberNamesTheRightOne() {
    #expect(
      message { _ = try IDX.decode(DataFixture.idx([12], Array(1...12)), path: "x", rank: 3) } == """
        x: expected the IDX magic number 0x00000803 (unsigned bytes, images), found 0x00000801; check that this is the file \
        that was meant
        """)
    #expect(
      message { _ = try IDX.decode(images, path: "x", rank: 1) } == """
        x: expected the IDX magic number 0x00000801 (unsigned bytes, labels), found 0x00000803; check that this is the file \
        that was meant
        """)
    #expect(message { _ = try IDX.decode([60, 33], path: "x", rank: 1) }.contains("found 0x3c21"))
  }

  @Test(arguments: [4, 15, 16, 20, 27])
  func aFileThatWasCutOffSaysHowMuchIsThere(length: Int) {
    let expected = length < 16 ? 16 : 28
    #expect(
      message { _ = try IDX.decode(Array(images.prefix(length)), path: "x", rank: 3) }
        == "x: expected \(expected) bytes of content, found \(length): the file was cut off; fetch it again")
  }

  @Test func aGzipStreamThatWasCutOffIsAnError() {
    let compressed = DataFixture.gzip(images)
    for length in 0..<compressed.count {
      #expect(message { _ = try IDX.decode(Array(compressed.prefix(length)), path: "x", rank: 3) } != "nothing")
    }
  }

  @Test func trailingBytesAreAnError() {
    let expected = "x: expected 28 bytes of content, found more: the header and the content disagree; fetch it again"
    #expect(message { _ = try IDX.decode(images + [0], path: "x", rank: 3) } == expected)
    #expect(message { _ = try IDX.decode(DataFixture.gzip(images + [0]), path: "x", rank: 3) } == expected)
    #expect(
      message { _ = try IDX.decode(DataFixture.gzip(images) + [0], path: "x", rank: 3) }
        == "x: the gzip stream is damaged: 1 bytes follow the end of the stream; fetch the file again")
  }

  @Test func aDamagedStreamIsAnError() {
    var compressed = DataFixture.gzip(images)
    compressed[compressed.count - 5] ^= 1
    #expect(
      message { _ = try IDX.decode(compressed, path: "x", rank: 3) }
        == "x: the gzip stream is damaged: incorrect data check; fetch the file again")
  }

  @Test func whatAnnouncesTooMuchIsNeverInflated() {
    let bomb = DataFixture.gzip(
      [0, 0, 8, 3, 0, 1, 0, 0, 0, 0, 255, 255, 0, 0, 255, 255] + [UInt8](repeating: 0, count: 1 << 20))
    #expect(
      message { _ = try IDX.decode(bomb, path: "x", rank: 3) } == """
        x: announces 281466386841600 bytes of content where at most 1073741824 are taken; this is no data set of small \
        images, or a file made to fill the memory
        """)
    let liar = DataFixture.gzip(DataFixture.idx([1 << 20], [1, 2, 3]))
    #expect(
      message { _ = try IDX.decode(liar, path: "x", rank: 1) }.contains("expected 1048584 bytes of content, found"))
    #expect(message { _ = try IDX.decode(images, path: "x", rank: 3, limit: 11) }.contains("at most 11 are taken"))
    let overflowing = [0, 0, 8, 3] + [UInt8](repeating: 255, count: 12)
    #expect(message { _ = try IDX.decode(overflowing, path: "x", rank: 3) }.contains("bytes of content where at most"))
  }

  @Test func aBombIsInflatedOnlyAsFarAsExpected() {
    let bomb = DataFixture.gzip([UInt8](repeating: 0, count: 1 << 24))
    #expect(
      message { _ = try Gzip.inflate(bomb, expected: 100, path: "x") }
        == "x: expected 100 bytes of content, found more: the header and the content disagree; fetch it again")
  }

  @Test func emptyFilesAreAnError() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("x", [])
    let expected = "\(file.path): the file is empty, expected an array; fetch it again"
    #expect(message { _ = try ByteArray.read(from: file, rank: 3) } == expected)
    try folder.write("x", DataFixture.idx([0], []))
    #expect(message { _ = try ByteArray.read(from: file, rank: 1) } == expected)
  }

  @Test func aFolderIsNoFile() throws {
    let folder = try ScratchFolder()
    #expect(
      message { _ = try ByteArray.read(from: folder.url, rank: 3) }.hasSuffix("cannot be read: expected a regular file")
    )
  }
}
