/// Decompresses gzip files up to an expected size.
public enum Gzip {
  /// The maximum compression ratio of deflate, according to zlib.
  private static let maximumRatio = 1032

  /// Whether `bytes` start with the gzip magic number.
  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  /// The first `count` bytes of the decompressed data, or all of it if it is shorter.
  /// - Throws: `DataError` if the stream is corrupt before that point.
  public static func prefix(of bytes: [UInt8], count: Int, path: String) throws(DataError) -> [UInt8] {
    let (content, status) = Inflater.inflate(bytes[...], format: .gzip, limit: count)
    if case .corrupt(let reason) = status { throw DataError(path, .invalidGzip(reason: reason)) }
    return content
  }

  /// The decompressed data, which must be exactly `expected` bytes. Never allocates more, even for a decompression bomb.
  /// - Throws: `DataError` if the size differs, the stream is corrupt, or bytes follow it.
  public static func inflate(_ bytes: [UInt8], expected: Int, path: String) throws(DataError) -> [UInt8] {
    guard expected / maximumRatio <= bytes.count else {
      throw DataError(path, .truncated(expected: expected, found: bytes.count * maximumRatio))
    }
    let (content, status) = Inflater.inflate(bytes[...], format: .gzip, limit: expected)
    switch status {
    case .complete(unused: 0) where content.count == expected: return content
    case .complete(unused: 0), .truncated:
      throw DataError(path, .truncated(expected: expected, found: content.count))
    case .complete(let unused):
      throw DataError(path, .invalidGzip(reason: "\(NumberFormat.count(unused, "trailing byte"))"))
    case .limitReached: throw DataError(path, .trailingBytes(expected: expected))
    case .corrupt(let reason): throw DataError(path, .invalidGzip(reason: reason))
    }
  }
}
