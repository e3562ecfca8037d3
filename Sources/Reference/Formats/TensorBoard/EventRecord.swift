/// One record of a TensorBoard event file.
enum EventRecord {
  /// Frames a payload: its length, a checksum of the length, the payload, a checksum of the payload.
  ///
  /// Source: TFRecord, https://www.tensorflow.org/tutorials/load_data/tfrecord.
  static func framed(_ payload: [UInt8]) -> [UInt8] {
    let length = withUnsafeBytes(of: UInt64(payload.count).littleEndian) { Array($0) }
    return length + masked(length) + payload + masked(payload)
  }

  /// A checksum that does not look like one: a checksum over bytes that hold their own says little.
  private static func masked(_ bytes: [UInt8]) -> [UInt8] {
    let sum = Checksum.crc32c(bytes)
    return withUnsafeBytes(of: ((sum >> 15 | sum << 17) &+ 0xa282_ead8).littleEndian) { Array($0) }
  }
}
