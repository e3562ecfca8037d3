import Reference
import Testing

@Suite struct NPYTests {
  @Test func decodesAllVersions() throws {
    for version in UInt8(1)...3 {
      let array = try NPY.decode(DataFixture.npy("(1, 2, 3)", [1, 2, 3, 4, 5, 6], version: version), path: "x")
      #expect(array.shape == [1, 2, 3])
      #expect(array.values == [1, 2, 3, 4, 5, 6])
    }
  }

  @Test(arguments: [("<i8", 8), (">i8", 8), ("<u4", 4), (">u4", 4), ("<i2", 2), ("|i1", 1)])
  func narrowsWiderIntegers(type: String, size: Int) throws {
    let values = [3, 0, 127].flatMap { value -> [UInt8] in
      let bytes = DataFixture.little(value, size)
      return type.hasPrefix(">") ? bytes.reversed() : bytes
    }
    #expect(try NPY.decode(DataFixture.npy("(3,)", values, type: type), path: "x").values == [3, 0, 127])
  }

  @Test func integerOutsideByteRangeThrows() {
    let bytes = DataFixture.npy("(2,)", DataFixture.little(1, 8) + DataFixture.little(256, 8), type: "<i8")
    #expect(
      errorMessage { _ = try NPY.decode(bytes, path: "x") }
        == "x: invalid NPY array: the value at index 1 is outside 0 to 255")
    let negative = DataFixture.npy("(1,)", [255], type: "|i1")
    #expect(
      errorMessage { _ = try NPY.decode(negative, path: "x") }.hasSuffix("the value at index 0 is outside 0 to 127"))
  }

  @Test func unsupportedDtypeAndOrderThrow() {
    #expect(
      errorMessage { _ = try NPY.decode(DataFixture.npy("(2, 2)", [1, 2, 3, 4], order: "True"), path: "x") } == """
        x: invalid NPY array: expected C order, found Fortran order; convert it with numpy.ascontiguousarray
        """)
    #expect(
      errorMessage { _ = try NPY.decode(DataFixture.npy("(1,)", [0, 0, 0, 0], type: "<f4"), path: "x") } == """
        x: invalid NPY array: expected an integer dtype such as '|u1' or '<i8', found '<f4'; convert it with \
        .astype('uint8')
        """)
    #expect(
      errorMessage { _ = try NPY.decode(DataFixture.npy("(1,)", [0], type: "|O"), path: "x") }.hasSuffix(
        "found '|O'; pickled objects are not supported"))
  }

  @Test func wrongLengthThrows() {
    let bytes = DataFixture.npy("(4,)", [1, 2, 3, 4])
    #expect(
      errorMessage { _ = try NPY.decode(bytes.dropLast(), path: "x") }
        == "x: truncated: expected \(bytes.count) bytes of data, found \(bytes.count - 1); download it again")
    #expect(errorMessage { _ = try NPY.decode(bytes + [5], path: "x") }.contains("found more"))
    #expect(
      errorMessage { _ = try NPY.decode(DataFixture.npy("(99999999999, 99999999999)", []), path: "x") }.contains(
        "limit"))
    #expect(errorMessage { _ = try NPY.decode(DataFixture.npy("(-1,)", []), path: "x") }.contains("limit"))
    #expect(
      errorMessage { _ = try NPY.decode(DataFixture.npy("('a',)", []), path: "x") }.contains("invalid shape"))
    for length in 0..<bytes.count {
      #expect(errorMessage { _ = try NPY.decode(Array(bytes.prefix(length)), path: "x") } != "no error")
    }
  }

  @Test func decodesStoredAndDeflatedArchives() throws {
    let array = DataFixture.npy("(4,)", [1, 2, 3, 4])
    for deflated in [true, false] {
      for name in ["arr_0.npy", "labels.npy"] {
        let archive = DataFixture.zip(name, array, deflated: deflated)
        #expect(try NPZ.decode(archive, path: "x").values == [1, 2, 3, 4])
      }
    }
  }

  @Test func invalidArchivesThrow() {
    let array = DataFixture.npy("(4,)", [1, 2, 3, 4])
    let archive = DataFixture.zip("arr_0.npy", array, deflated: false)
    #expect(
      errorMessage { _ = try NPZ.decode(archive.dropLast(30), path: "x") }
        == "x: invalid zip archive: the central directory is missing because the file is truncated; download it again")
    var flipped = archive
    flipped[100] ^= 1
    #expect(
      errorMessage { _ = try NPZ.decode(flipped, path: "x") }
        == "x: invalid zip archive: arr_0.npy: wrong checksum; download it again")
    #expect(
      errorMessage { _ = try NPZ.decode(DataFixture.zip("arr_0.npy", array, declaring: 1 << 31), path: "x") }
        .contains("declares 2147483648 bytes of data, more than the limit of 1073741824"))
    #expect(
      errorMessage { _ = try NPZ.decode(DataFixture.zip("arr_0.npy", array, declaring: 0xffff_ffff), path: "x") }
        == "x: invalid zip archive: arr_0.npy: zip64 is not supported; save the array as an NPY file")
    #expect(
      errorMessage {
        let bomb = [UInt8](repeating: 0, count: 1 << 20)
        _ = try NPZ.decode(DataFixture.zip("arr_0.npy", bomb, declaring: 100), path: "x")
      } == "x: invalid zip archive: arr_0.npy: it decompresses to more than the declared 100 bytes")
    #expect(
      errorMessage { _ = try NPZ.decode(DataFixture.zip("arr_0.npy", Array("text, not an array".utf8)), path: "x") }
        == "x/arr_0.npy: invalid NPY array: the magic number \\x93NUMPY is missing")
  }
}
