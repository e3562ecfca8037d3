/// The NPY format of NumPy, versions 1 to 3, for integers in 0 ... 255 in C order.
///
/// A file holds a magic number, the version, the header length, the header (a Python dictionary with `descr`,
/// `fortran_order` and `shape`) and the elements. Wider integers, such as int64 labels, are narrowed to bytes.
public enum NPY {
  /// The magic number of every NPY file.
  static let magic: [UInt8] = [0x93] + "NUMPY".utf8

  /// Decodes an array of integers.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: the file's name in errors.
  ///   - limit: the largest accepted number of elements.
  /// - Throws: `DataError` if the file is truncated, too large, in another format, or has another dtype or order.
  public static func decode(
    _ bytes: [UInt8], path: String, limit: Int = ByteArray.defaultLimit
  ) throws(DataError) -> ByteArray {
    let header = try NPYHeader(of: bytes, path: path)
    guard let count = ByteArray.count(of: header.shape), count <= limit else {
      throw DataError(path, .tooLarge(byteCount: ByteArray.count(of: header.shape) ?? .max, limit: limit))
    }
    let expected = header.length + count * header.itemSize
    guard bytes.count >= expected else { throw DataError(path, .truncated(expected: expected, found: bytes.count)) }
    guard bytes.count == expected else { throw DataError(path, .trailingBytes(expected: expected)) }
    return ByteArray(shape: header.shape, values: try narrowed(bytes[header.length...], header, path: path))
  }

  private static func narrowed(
    _ content: ArraySlice<UInt8>, _ header: NPYHeader, path: String
  ) throws(DataError) -> [UInt8] {
    let size = header.itemSize
    if size == 1 && !header.isSigned { return Array(content) }
    let lowest = header.isBigEndian ? size - 1 : 0
    var values: [UInt8] = []
    values.reserveCapacity(content.count / size)
    for start in stride(from: content.startIndex, to: content.endIndex, by: size) {
      let value = content[start + lowest]
      let fits = (start..<start + size).allSatisfy { $0 == start + lowest || content[$0] == 0 }
      guard fits, size > 1 || value < 128 else {
        let reason = "the value at index \(values.count) is outside 0 to \(size > 1 ? 255 : 127)"
        throw DataError(path, .invalidArray(reason: reason))
      }
      values.append(value)
    }
    return values
  }
}
