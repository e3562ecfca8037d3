import CZlib

/// Encodes images in the Portable Network Graphics format (ISO/IEC 15948).
public enum PNG {
  /// Encodes an 8-bit grayscale image.
  /// - Parameters:
  ///   - height: in pixels, at least 1.
  ///   - width: in pixels, at least 1.
  ///   - gray: (height × width) in row-major order, 0 (black) to 255 (white).
  /// - Returns: the bytes of a PNG file.
  /// - Precondition: `gray` holds `height` × `width` bytes.
  public static func encode(height: Int, width: Int, gray: [UInt8]) -> [UInt8] {
    precondition(gray.count == width * height, "expected \(height)×\(width) pixels, found \(gray.count)")
    // Every row starts with its filter type, here 0 (none).
    let rows = (0..<height).flatMap { [0] + gray[$0 * width..<($0 + 1) * width] }
    // Bit depth 8, color type 0 (grayscale), and the only compression, filter and interlace methods we use.
    let header = bigEndian(width) + bigEndian(height) + [8, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
      + chunk("IHDR", header) + chunk("IDAT", compressed(rows)) + chunk("IEND", [])
  }

  /// A chunk: length, type, data, and the CRC of type and data.
  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let checked = Array(type.utf8) + data
    return bigEndian(data.count) + checked + bigEndian(Int(Checksum.crc32(checked)))
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).bigEndian) { Array($0) }
  }

  private static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    let bound = compressBound(uLong(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(bound)) { buffer, count in
      var length = bound
      let status = compress(buffer.baseAddress, &length, bytes, uLong(bytes.count))
      // The buffer has the worst-case size, so only an allocation failure remains, which is fatal elsewhere too.
      precondition(status == Z_OK, "zlib could not compress \(bytes.count) bytes: status \(status)")
      count = Int(length)
    }
  }
}
