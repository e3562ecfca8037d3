/// The header of an NPY file.
struct NPYHeader {
  /// The size of each axis.
  let shape: [Int]
  /// The size of an element in bytes.
  let itemSize: Int
  let isSigned: Bool
  let isBigEndian: Bool
  /// The offset of the elements in bytes.
  let length: Int

  /// Decodes the header at the start of a file.
  /// - Throws: `DataError` if it is invalid or the elements are not integers in C order.
  init(of bytes: [UInt8], path: String) throws(DataError) {
    guard bytes.count >= 12 else { throw DataError(path, .truncated(expected: 12, found: bytes.count)) }
    guard bytes.starts(with: NPY.magic) else {
      throw DataError(path, .invalidArray(reason: "the magic number \\x93NUMPY is missing"))
    }
    guard (1...3).contains(bytes[6]) else {
      throw DataError(path, .invalidArray(reason: "unsupported version \(bytes[6]); expected 1 to 3"))
    }
    let start = bytes[6] == 1 ? 10 : 12
    length = start + bytes.littleEndian(at: 8, count: start - 8)
    guard bytes.count >= length else { throw DataError(path, .truncated(expected: length, found: bytes.count)) }

    let text = String(decoding: bytes[start..<length], as: UTF8.self)
    let type = try Self.value(of: "descr", in: text, path: path)
    guard type.count == 5, let kind = type.dropFirst(2).first, "uib".contains(kind),
      let size = type.dropFirst(3).first?.wholeNumberValue, [1, 2, 4, 8].contains(size)
    else {
      let advice = type.contains("O") ? "pickled objects are not supported" : "convert it with .astype('uint8')"
      throw DataError(
        path, .invalidArray(reason: "expected an integer dtype such as '|u1' or '<i8', found \(type); \(advice)"))
    }
    itemSize = size
    isSigned = kind == "i"
    isBigEndian = type.dropFirst().first == ">"

    guard try Self.value(of: "fortran_order", in: text, path: path) == "False" else {
      let reason = "expected C order, found Fortran order; convert it with numpy.ascontiguousarray"
      throw DataError(path, .invalidArray(reason: reason))
    }
    let sizes = try Self.value(of: "shape", in: text, path: path).split(separator: ",").map { Int($0) }
    guard !sizes.isEmpty, sizes.count == sizes.compactMap({ $0 }).count else {
      throw DataError(path, .invalidArray(reason: "invalid shape in the header \(text)"))
    }
    shape = sizes.compactMap { $0 }
  }

  /// The value of a key in the header's dictionary, without whitespace and without the parentheses of a tuple.
  private static func value(of key: String, in text: String, path: String) throws(DataError) -> String {
    let compact = text.filter { !$0.isWhitespace }
    guard let start = compact.firstRange(of: "'\(key)':") else {
      throw DataError(path, .invalidArray(reason: "key '\(key)' is missing in the header"))
    }
    let rest = compact[start.upperBound...]
    if rest.first == "(" { return String(rest.dropFirst().prefix { $0 != ")" }) }
    return String(rest.prefix { $0 != "," && $0 != "}" })
  }
}
