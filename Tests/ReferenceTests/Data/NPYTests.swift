import Reference
import Testing

@Suite struct NPYTests {
  @Test func readsBytesInEveryVersion() throws {
    for version in UInt8(1)...3 {
      let array = try NPY.decode(DataFixture.npy("(1, 2, 3)", [1, 2, 3, 4, 5, 6], version: version), path: "x")
      #expect(array.shape == [1, 2, 3])
      #expect(array.values == [1, 2, 3, 4, 5, 6])
    }
  }

  @Test(arguments: [("<i8", 8), (">i8", 8), ("<u4", 4), (">u4", 4), ("<i2", 2), ("|i1", 1)])
  func narrowsWiderNumbers(type: String, size: Int) throws {
    let values = [3, 0, 127].flatMap { value -> [UInt8] in
      let bytes = DataFixture.little(value, size)
      return type.hasPrefix(">") ? bytes.reversed() : bytes
    }
    #expect(try NPY.decode(DataFixture.npy("(3,)", values, type: type), path: "x").values == [3, 0, 127])
  }

  @Test func aNumberThatNoByteHoldsIsAnError() {
    let bytes = DataFixture.npy("(2,)", DataFixture.little(1, 8) + DataFixture.little(256, 8), type: "<i8")
    #expect(
      message { _ = try NPY.decode(bytes, path: "x") }
        == "x: the NPY array cannot be read: the value at index 1 is not within 0 to 255")
    let negative = DataFixture.npy("(1,)", [255], type: "|i1")
    #expect(
      message { _ = try NPY.decode(negative, path: "x") }.hasSuffix("the value at index 0 is not within 0 to 127"))
  }

  @Test func otherTypesAndOrdersAreErrors() {
    #expect(
      message { _ = try NPY.decode(DataFixture.npy("(2, 2)", [1, 2, 3, 4], order: "True"), path: "x") } == """
        x: the NPY array cannot be read: expected C order, found Fortran order; save it again with numpy.ascontiguousarray
        """)
    #expect(
      message { _ = try NPY.decode(DataFixture.npy("(1,)", [0, 0, 0, 0], type: "<f4"), path: "x") } == """
        x: the NPY array cannot be read: expected whole numbers such as '|u1' or '<i8', found '<f4'; convert it with \
        .astype('uint8')
        """)
    #expect(
      message { _ = try NPY.decode(DataFixture.npy("(1,)", [0], type: "|O"), path: "x") }.hasSuffix(
        "found '|O'; pickled objects are never read"))
  }

  @Test func lengthsMustFit() {
    let bytes = DataFixture.npy("(4,)", [1, 2, 3, 4])
    #expect(
      message { _ = try NPY.decode(bytes.dropLast(), path: "x") }
        == "x: expected 68 bytes of content, found 67: the file was cut off; fetch it again".replacing(
          "68", with: "\(bytes.count)"
        ).replacing("67", with: "\(bytes.count - 1)"))
    #expect(message { _ = try NPY.decode(bytes + [5], path: "x") }.contains("found more"))
    #expect(
      message { _ = try NPY.decode(DataFixture.npy("(99999999999, 99999999999)", []), path: "x") }.contains("at most"))
    #expect(message { _ = try NPY.decode(DataFixture.npy("(-1,)", []), path: "x") }.contains("at most"))
    #expect(
      message { _ = try NPY.decode(DataFixture.npy("('a',)", []), path: "x") }.contains("a shape of whole numbers"))
    for length in 0..<bytes.count {
      #expect(message { _ = try NPY.decode(Array(bytes.prefix(length)), path: "x") } != "nothing")
    }
  }

  @Test func readsArchivesStoredAndDeflated() throws {
    let array = DataFixture.npy("(4,)", [1, 2, 3, 4])
    for deflated in [true, false] {
      for name in ["arr_0.npy", "labels.npy"] {
        let archive = DataFixture.zip(name, array, deflated: deflated)
        #expect(try NPZ.decode(archive, path: "x").values == [1, 2, 3, 4])
      }
    }
  }

  @Test func badArchivesAreErrors() {
    let array = DataFixture.npy("(4,)", [1, 2, 3, 4])
    let archive = DataFixture.zip("arr_0.npy", array, deflated: false)
    #expect(
      message { _ = try NPZ.decode(archive.dropLast(30), path: "x") }
        == "x: the zip archive cannot be read: its directory is missing, the file was cut off; fetch it again")
    var flipped = archive
    flipped[100] ^= 1
    #expect(
      message { _ = try NPZ.decode(flipped, path: "x") }
        == "x: the zip archive cannot be read: arr_0.npy: its checksum does not fit; fetch it again")
    #expect(
      message { _ = try NPZ.decode(DataFixture.zip("arr_0.npy", array, announcing: 1 << 31), path: "x") }
        .contains("announces 2147483648 bytes of content where at most 1073741824 are taken"))
    #expect(
      message { _ = try NPZ.decode(DataFixture.zip("arr_0.npy", array, announcing: 0xffff_ffff), path: "x") }
        == "x: the zip archive cannot be read: arr_0.npy: zip64 is not read; save it as a plain npy file")
    #expect(
      message {
        let bomb = [UInt8](repeating: 0, count: 1 << 20)
        _ = try NPZ.decode(DataFixture.zip("arr_0.npy", bomb, announcing: 100), path: "x")
      } == "x: the zip archive cannot be read: arr_0.npy: it inflates to more than the 100 bytes that it announces")
    #expect(
      message { _ = try NPZ.decode(DataFixture.zip("arr_0.npy", Array("a text, not an array".utf8)), path: "x") }
        == "x/arr_0.npy: the NPY array cannot be read: expected it to begin with \\x93NUMPY")
  }
}
