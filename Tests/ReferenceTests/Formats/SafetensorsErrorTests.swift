import Reference
import Testing

@Suite struct SafetensorsErrorTests {
  struct Malformed: Sendable, CustomTestStringConvertible {
    var header: String
    var data = 8
    var message: String

    var testDescription: String { String(header.prefix(80)) }
  }

  static func tensor(_ name: String = "a", _ type: String = "F32", _ shape: String = "[2]", _ offsets: String = "[0,8]")
    -> String
  {
    "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}"
  }

  static let malformed: [Malformed] = [
    Malformed(header: "", message: "the header is invalid"),
    Malformed(header: "{", message: "the header is invalid"),
    Malformed(header: "[1]", message: "the header is invalid"),
    Malformed(header: "{\"a\":1}", message: "the header is invalid"),
    Malformed(header: "{\"__metadata__\":{\"a\":1}}", message: "the header is invalid"),
    Malformed(header: "{\(tensor("a", "F32", "[2.5]"))}", message: "the header is invalid"),
    Malformed(header: "{\(tensor("a", "F32", "[1e99]"))}", message: "the header is invalid"),
    Malformed(header: String(repeating: "[", count: 100_000), message: "the header is invalid"),
    Malformed(
      header: "{\(tensor("a", "F16"))}",
      message: "tensor 'a' has an unsupported dtype; expected dtype F32, found F16"),
    Malformed(
      header: "{\(tensor("a", "F32", "[3]"))}",
      message: "shape and data_offsets of tensor 'a' are inconsistent; expected two offsets, 12 bytes apart, "
        + "found shape [3], data_offsets [0, 8]"),
    Malformed(header: "{\(tensor("a", "F32", "[-2]"))}", message: "shape and data_offsets of tensor 'a'"),
    Malformed(header: "{\(tensor("a", "F32", "[2]", "[8,0]"))}", message: "shape and data_offsets of tensor 'a'"),
    Malformed(header: "{\(tensor("a", "F32", "[2]", "[0]"))}", message: "shape and data_offsets of tensor 'a'"),
    Malformed(
      header: "{\(tensor("a", "F32", "[9223372036854775807,2]"))}", message: "shape and data_offsets of tensor 'a'"),
    Malformed(header: "{\(tensor("a", "F32", "[0,9223372036854775807,2]"))}", message: "shape and data_offsets"),
    Malformed(
      header: "{\(tensor()),\(tensor("b"))}",
      message: "tensor 'b' overlaps another tensor; expected a start at byte 8, found 0"),
    Malformed(
      header: "{\(tensor()),\(tensor("b", "F32", "[2]", "[12,20]"))}", data: 20,
      message: "tensor 'b' follows a gap; expected a start at byte 8, found 12"),
    Malformed(
      header: "{\(tensor("a", "F32", "[4]", "[0,16]"))}",
      message: "tensor 'a' extends past the end of the file; expected at most 8 bytes of data, found 16"),
    Malformed(
      header: "{\(tensor())}", data: 9,
      message: "trailing bytes after the last tensor; expected 8 bytes of data, found 9"),
    Malformed(header: "{\(tensor()),\(tensor("a", "F32", "[1]", "[8,12]"))}", data: 12, message: ""),
  ]

  @Test(arguments: malformed)
  func malformedHeaderThrows(_ item: Malformed) {
    let bytes = Self.file(item.header, data: item.data)
    let error = #expect(throws: FormatError.self) { try SafetensorsFile(decoding: bytes, path: "runs/a.safetensors") }
    #expect(error?.description.hasPrefix("runs/a.safetensors: \(item.message)") == true, "\(String(describing: error))")
  }

  @Test func readsFilesWithoutAChecksum() throws {
    let bytes = Self.file("{\(Self.tensor())}  ", data: 8)
    #expect(try SafetensorsFile(decoding: bytes, path: "x")["a"]?.values == [0, 0])
    #expect(try SafetensorsFile(decoding: Self.file("{}", data: 0), path: "x").tensors.isEmpty)
  }

  @Test(arguments: [
    ([UInt8](), "the file is too short; expected at least 8 bytes, found 0"),
    (
      [9, 0, 0, 0, 0, 0, 0, 0, 1],
      "the file is truncated within its header; expected a header of at most 1 bytes, found 9"
    ),
    ([UInt8](repeating: 255, count: 8), "expected a header of at most 0 bytes, found 18446744073709551615"),
  ])
  func truncatedFileThrows(bytes: [UInt8], message: String) {
    let error = #expect(throws: FormatError.self) { try SafetensorsFile(decoding: bytes, path: "x") }
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
  }

  private static func file(_ header: String, data: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) } + Array(header.utf8)
      + [UInt8](repeating: 0, count: data)
  }
}
