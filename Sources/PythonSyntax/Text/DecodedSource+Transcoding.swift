// One-byte encodings.

extension DecodedSource {
  /// Converts input in a one-byte encoding to UTF-8.
  mutating func transcode(_ input: UnsafeBufferPointer<UInt8>) {
    let scalars = encoding.scalars
    for byte in input {
      let value = scalars[Int(byte)]
      if value == 0xFFFD {
        report(count, 3, "expected \(encoding.rawValue) text, found byte 0x\(String(byte, radix: 16))")
      }
      if value < 0x80 {
        append(UInt8(value))
      } else if value < 0x800 {
        append(UInt8(0xC0 | value >> 6))
        append(UInt8(0x80 | value & 0x3F))
      } else {
        append(UInt8(0xE0 | value >> 12))
        append(UInt8(0x80 | value >> 6 & 0x3F))
        append(UInt8(0x80 | value & 0x3F))
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }
}
