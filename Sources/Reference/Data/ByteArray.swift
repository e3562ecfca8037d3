import Foundation

/// An array of bytes with a shape, as a file of images or labels holds it.
public struct ByteArray: Sendable, Equatable {
  /// The extent of every axis: (images, height, width), or (labels).
  public let shape: [Int]
  /// The values, the last axis contiguous.
  public let values: [UInt8]

  /// The most bytes that an array may have unless the caller says otherwise: 1 GiB, about 1.3 million images of 28 by 28.
  public static let defaultLimit = 1 << 30

  /// Reads an IDX, IDX.gz, NPY or NPZ file, told by its content and not by its name.
  /// - Parameters:
  ///   - file: any file of the four formats.
  ///   - rank: how many axes are expected, 3 for images and 1 for labels.
  ///   - limit: how many bytes the array may have at most.
  /// - Throws: `DataError` where the file is missing, damaged, too large or of another kind.
  public static func read(from file: URL, rank: Int, limit: Int = defaultLimit) throws(DataError) -> ByteArray {
    let array = try decode(contents(of: file, limit: limit), path: file.path, rank: rank, limit: limit)
    guard array.shape.count == rank else { throw DataError(file.path, .wrongRank(expected: rank, shape: array.shape)) }
    guard !array.values.isEmpty else { throw DataError(file.path, .empty) }
    return array
  }

  private static func decode(_ bytes: [UInt8], path: String, rank: Int, limit: Int) throws(DataError) -> ByteArray {
    if bytes.starts(with: NPY.magic) { return try NPY.decode(bytes, path: path, limit: limit) }
    if bytes.starts(with: ZipArchive.magic) { return try NPZ.decode(bytes, path: path, limit: limit) }
    return try IDX.decode(bytes, path: path, rank: rank, limit: limit)
  }

  /// The bytes of a regular file that is no larger than `limit`.
  static func contents(of file: URL, limit: Int) throws(DataError) -> [UInt8] {
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: file.resolvingSymlinksInPath().path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        throw DataError(file.path, .unreadable(reason: "expected a regular file"))
      }
      let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
      guard size > 0 else { throw DataError(file.path, .empty) }
      guard size <= limit else { throw DataError(file.path, .tooLarge(byteCount: size, limit: limit)) }
      return [UInt8](try Data(contentsOf: file))
    } catch let error as DataError {
      throw error
    } catch {
      throw DataError(file.path, .unreadable(reason: error.localizedDescription))
    }
  }

  /// The product of `shape`, or nil where it does not fit into an `Int` or an extent is negative.
  static func count(of shape: [Int]) -> Int? {
    var product = 1
    for extent in shape {
      let (next, overflows) = product.multipliedReportingOverflow(by: extent)
      guard extent >= 0, !overflows else { return nil }
      product = next
    }
    return product
  }
}
