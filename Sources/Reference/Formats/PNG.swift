import CZlib

/// Images in the Portable Network Graphics format (ISO/IEC 15948).
public enum PNG {
  /// Encodes a grey image.
  /// - Parameters:
  ///   - height: in pixels, at least 1.
  ///   - width: in pixels, at least 1.
  ///   - gray: the brightness of every pixel, 0 black ... 255 white, row by row.
  /// - Returns: the bytes of a file.
  /// - Precondition: `gray` holds `height` × `width` bytes.
  public static func encode(height: Int, width: Int, gray: [UInt8]) -> [UInt8] {
    precondition(gray.count == width * height, "\(height) x \(width) pixels expected, found \(gray.count)")
    // Every row begins with the number of its filter, here 0: none.
    let rows = (0..<height).flatMap { [0] + gray[$0 * width..<($0 + 1) * width] }
    // 8 bits a pixel, grey, and the only compression, filters and order of rows there are.
    let header = bigEndian(width) + bigEndian(height) + [8, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
      + chunk("IHDR", header) + chunk("IDAT", compressed(rows)) + chunk("IEND", [])
  }

  /// A part of the file: length, kind, contents, checksum of the last two.
  private static func chunk(_ kind: String, _ contents: [UInt8]) -> [UInt8] {
    let checked = Array(kind.utf8) + contents
    return bigEndian(contents.count) + checked + bigEndian(Int(Checksum.crc32(checked)))
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).bigEndian) { Array($0) }
  }

  private static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    let bound = compressBound(uLong(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(bound)) { buffer, count in
      var length = bound
      let status = compress(buffer.baseAddress, &length, bytes, uLong(bytes.count))
      // The buffer holds the worst case, so only a lack of memory is left, which ends a program anywhere else too.
      precondition(status == Z_OK, "zlib could not compress \(bytes.count) bytes: status \(status)")
      count = Int(length)
    }
  }
}
