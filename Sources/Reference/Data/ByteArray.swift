/// An array of bytes with a shape, as read from an image or label file.
public struct ByteArray: Sendable, Equatable {
  /// The size of each axis: (images, height, width) or (labels).
  public let shape: [Int]
  /// The elements in row-major order.
  public let values: [UInt8]

  /// The default size limit in bytes: 1 GiB, about 1.3 million 28×28 images.
  public static let defaultLimit = 1 << 30

  /// Reads an IDX, gzipped IDX, NPY or NPZ file. The format is detected from the content, not the file name.
  /// - Parameters:
  ///   - path: the file.
  ///   - rank: the expected number of axes: 3 for images, 1 for labels.
  ///   - limit: the largest accepted size of the array, in bytes.
  /// - Throws: `DataError` if the file is missing, corrupt, too large or in another format.
  public static func read(from path: FilePath, rank: Int, limit: Int = defaultLimit) throws(DataError) -> ByteArray {
    let array = try decode(contents(of: path, limit: limit), path: path.string, rank: rank, limit: limit)
    guard array.shape.count == rank else {
      throw DataError(path.string, .wrongRank(expected: rank, shape: array.shape))
    }
    guard !array.values.isEmpty else { throw DataError(path.string, .empty) }
    return array
  }

  private static func decode(_ bytes: [UInt8], path: String, rank: Int, limit: Int) throws(DataError) -> ByteArray {
    if bytes.starts(with: NPY.magic) { return try NPY.decode(bytes, path: path, limit: limit) }
    if bytes.starts(with: ZipArchive.magic) { return try NPZ.decode(bytes, path: path, limit: limit) }
    return try IDX.decode(bytes, path: path, rank: rank, limit: limit)
  }

  /// The bytes of a regular file of at most `limit` bytes.
  static func contents(of path: FilePath, limit: Int) throws(DataError) -> [UInt8] {
    if let status = FileStatus(path) {
      guard status.kind == .file else { throw DataError(path.string, .unreadable(reason: "not a regular file")) }
      guard status.size > 0 else { throw DataError(path.string, .empty) }
      guard status.size <= limit else {
        throw DataError(path.string, .tooLarge(byteCount: status.size, limit: limit))
      }
    }
    do throws(FileError) {
      return try AtomicFile.read(path)
    } catch {
      throw DataError(path.string, .unreadable(reason: error.reason))
    }
  }

  /// The product of `shape`, or nil if it overflows or a size is negative.
  static func count(of shape: [Int]) -> Int? {
    var product = 1
    for size in shape {
      let (next, overflows) = product.multipliedReportingOverflow(by: size)
      guard size >= 0, !overflows else { return nil }
      product = next
    }
    return product
  }
}
