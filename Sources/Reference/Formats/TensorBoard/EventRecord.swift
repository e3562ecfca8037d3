/// One record of a TensorBoard event file.
enum EventRecord {
  /// Frames a payload as a TFRecord (https://www.tensorflow.org/tutorials/load_data/tfrecord): length, CRC of the length,
  /// payload, CRC of the payload.
  static func framed(_ payload: [UInt8]) -> [UInt8] {
    let length = withUnsafeBytes(of: UInt64(payload.count).littleEndian) { Array($0) }
    return length + masked(length) + payload + masked(payload)
  }

  /// The masked CRC-32C. Masking avoids computing the CRC of data that contains its own CRC.
  private static func masked(_ bytes: [UInt8]) -> [UInt8] {
    let sum = Checksum.crc32c(bytes)
    return withUnsafeBytes(of: ((sum >> 15 | sum << 17) &+ 0xa282_ead8).littleEndian) { Array($0) }
  }
}
