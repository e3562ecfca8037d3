import CZlib

/// CRC checksums that detect corrupt data.
public enum Checksum {
  /// The CRC-32 of zip, PNG and Ethernet (polynomial 0xedb88320, reflected).
  /// - Parameters:
  ///   - bytes: the data.
  ///   - previous: the checksum of the preceding data.
  public static func crc32(_ bytes: UnsafeRawBufferPointer, continuing previous: UInt32 = 0) -> UInt32 {
    // For a null pointer zlib would return its initial value.
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return previous }
    return UInt32(truncatingIfNeeded: crc32_z(uLong(previous), base, bytes.count))
  }

  /// The CRC-32 of an array.
  public static func crc32(_ bytes: [UInt8], continuing previous: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBytes { crc32($0, continuing: previous) }
  }

  /// The CRC-32C of iSCSI (RFC 3720; polynomial 0x82f63b78, reflected).
  public static func crc32c(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { castagnoli[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
  }

  /// The lookup table of CRC-32C, by byte.
  private static let castagnoli: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 0 ? value >> 1 : (value >> 1) ^ 0x82f6_3b78 }
  }
}
