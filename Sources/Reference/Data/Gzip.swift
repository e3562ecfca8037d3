/// Gzipped files, inflated to the size that the caller expects and no further.
public enum Gzip {
  /// The most that deflate can make of one byte (zlib's own figure): who expects more was told lies.
  private static let largestRatio = 1032

  /// Whether `bytes` begin as a gzip file does.
  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  /// The first `count` bytes of the content, fewer if there are no more.
  /// - Throws: `DataError` where the stream is damaged before that.
  public static func prefix(of bytes: [UInt8], count: Int, path: String) throws(DataError) -> [UInt8] {
    let (content, ending) = Inflater.inflate(bytes[...], wrapper: .gzip, limit: count)
    if case .damaged(let reason) = ending { throw DataError(path, .invalidGzip(reason: reason)) }
    return content
  }

  /// The whole content, which must be `expected` bytes long.
  /// - Throws: `DataError` where there is less or more, where the stream is damaged, or where bytes follow it. A file that
  ///   would inflate to more than `expected` bytes takes no more memory than an honest one.
  public static func inflate(_ bytes: [UInt8], expected: Int, path: String) throws(DataError) -> [UInt8] {
    guard expected / largestRatio <= bytes.count else {
      throw DataError(path, .truncated(expected: expected, found: bytes.count * largestRatio))
    }
    let (content, ending) = Inflater.inflate(bytes[...], wrapper: .gzip, limit: expected)
    switch ending {
    case .complete(unused: 0) where content.count == expected: return content
    case .complete(unused: 0), .truncated:
      throw DataError(path, .truncated(expected: expected, found: content.count))
    case .complete(let unused):
      throw DataError(path, .invalidGzip(reason: "\(unused) bytes follow the end of the stream"))
    case .limitReached: throw DataError(path, .trailingBytes(expected: expected))
    case .damaged(let reason): throw DataError(path, .invalidGzip(reason: reason))
    }
  }
}
