/// What the header of an NPY file says of the values that follow it.
struct NPYHeader {
  /// The extent of every axis.
  let shape: [Int]
  /// How many bytes a value takes.
  let itemSize: Int
  let isSigned: Bool
  let isBigEndian: Bool
  /// How many bytes stand before the values.
  let length: Int

  /// Reads the header at the beginning of `bytes`.
  /// - Throws: `DataError` where there is none, or where the values are no whole numbers in C order.
  init(of bytes: [UInt8], path: String) throws(DataError) {
    guard bytes.count >= 12 else { throw DataError(path, .truncated(expected: 12, found: bytes.count)) }
    guard bytes.starts(with: NPY.magic) else {
      throw DataError(path, .invalidArray(reason: "expected it to begin with \\x93NUMPY"))
    }
    guard (1...3).contains(bytes[6]) else {
      throw DataError(path, .invalidArray(reason: "expected version 1 to 3, found \(bytes[6])"))
    }
    let start = bytes[6] == 1 ? 10 : 12
    length = start + bytes.littleEndian(at: 8, count: start - 8)
    guard bytes.count >= length else { throw DataError(path, .truncated(expected: length, found: bytes.count)) }

    let text = String(decoding: bytes[start..<length], as: UTF8.self)
    let type = try Self.value(of: "descr", in: text, path: path)
    guard type.count == 5, let kind = type.dropFirst(2).first, "uib".contains(kind),
      let size = type.dropFirst(3).first?.wholeNumberValue, [1, 2, 4, 8].contains(size)
    else {
      let hint = type.contains("O") ? "pickled objects are never read" : "convert it with .astype('uint8')"
      throw DataError(
        path, .invalidArray(reason: "expected whole numbers such as '|u1' or '<i8', found \(type); \(hint)"))
    }
    itemSize = size
    isSigned = kind == "i"
    isBigEndian = type.dropFirst().first == ">"

    guard try Self.value(of: "fortran_order", in: text, path: path) == "False" else {
      let reason = "expected C order, found Fortran order; save it again with numpy.ascontiguousarray"
      throw DataError(path, .invalidArray(reason: reason))
    }
    let extents = try Self.value(of: "shape", in: text, path: path).split(separator: ",").map { Int($0) }
    guard !extents.isEmpty, extents.count == extents.compactMap({ $0 }).count else {
      throw DataError(path, .invalidArray(reason: "expected a shape of whole numbers in the header \(text)"))
    }
    shape = extents.compactMap { $0 }
  }

  /// The value of a key of the header's dictionary, without spaces and without the parentheses of a tuple.
  private static func value(of key: String, in text: String, path: String) throws(DataError) -> String {
    let bare = text.filter { !$0.isWhitespace }
    guard let start = bare.firstRange(of: "'\(key)':") else {
      throw DataError(path, .invalidArray(reason: "expected the key '\(key)' in the header"))
    }
    let rest = bare[start.upperBound...]
    if rest.first == "(" { return String(rest.dropFirst().prefix { $0 != ")" }) }
    return String(rest.prefix { $0 != "," && $0 != "}" })
  }
}

extension [UInt8] {
  /// The unsigned number of `count` bytes at `offset`, lowest byte first.
  /// - Precondition: the bytes lie within the array.
  func littleEndian(at offset: Int, count: Int) -> Int {
    self[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
