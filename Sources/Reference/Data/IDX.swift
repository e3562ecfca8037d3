/// The IDX format of MNIST: two zero bytes, the element type (8: unsigned bytes), the number of axes, the size of each
/// axis as a big-endian 32-bit integer, and the elements. Files are usually gzipped.
public enum IDX {
  /// Decodes an array of bytes from IDX or gzipped IDX.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: the file's name in errors.
  ///   - rank: the expected number of axes: 3 for images, 1 for labels.
  ///   - limit: the largest accepted number of elements.
  /// - Throws: `DataError` if the file is truncated, too long, too large or in another format.
  public static func decode(
    _ bytes: [UInt8], path: String, rank: Int, limit: Int = ByteArray.defaultLimit
  ) throws(DataError) -> ByteArray {
    let headerLength = 4 + 4 * rank
    let isCompressed = Gzip.isGzip(bytes)
    let header =
      isCompressed ? try Gzip.prefix(of: bytes, count: headerLength, path: path) : Array(bytes.prefix(headerLength))
    let shape = try shape(inHeader: header, path: path, rank: rank)
    guard let count = ByteArray.count(of: shape), count <= limit else {
      throw DataError(path, .tooLarge(byteCount: ByteArray.count(of: shape) ?? .max, limit: limit))
    }

    let expected = headerLength + count
    let content = isCompressed ? try Gzip.inflate(bytes, expected: expected, path: path) : bytes
    guard content.count >= expected else { throw DataError(path, .truncated(expected: expected, found: content.count)) }
    guard content.count == expected else { throw DataError(path, .trailingBytes(expected: expected)) }
    return ByteArray(shape: shape, values: Array(content.dropFirst(headerLength)))
  }

  private static func shape(inHeader header: [UInt8], path: String, rank: Int) throws(DataError) -> [Int] {
    let magic: [UInt8] = [0, 0, 8, UInt8(rank)]
    guard header.prefix(4) == magic[...].prefix(header.count) else {
      throw DataError(
        path,
        .wrongMagic(
          expected: "IDX magic number \(hexadecimal(magic)) (\(rank == 1 ? "labels" : "images"))",
          found: hexadecimal(header.prefix(4))))
    }
    guard header.count == 4 + 4 * rank else {
      throw DataError(path, .truncated(expected: 4 + 4 * rank, found: header.count))
    }
    return (0..<rank).map { axis in
      header[(4 + 4 * axis)..<(8 + 4 * axis)].reduce(0) { $0 << 8 | Int($1) }
    }
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    "0x" + bytes.map(NumberFormat.hexadecimal).joined()
  }
}
