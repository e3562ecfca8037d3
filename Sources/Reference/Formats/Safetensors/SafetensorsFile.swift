/// Named float32 tensors in the safetensors format (https://huggingface.co/docs/safetensors).
///
/// A file consists of the header length (8 bytes, little-endian), the header (JSON: dtype, shape and offsets of every
/// tensor, and string metadata under `__metadata__`) and the tensor data, little-endian and without gaps.
public struct SafetensorsFile: Sendable {
  /// The metadata key that holds the file's own checksum.
  public static let checksumKey = "crc32"

  /// String metadata, such as the epoch of a checkpoint. Excludes the checksum.
  public var metadata: [String: String]
  /// The tensors in file order, in row-major order; `shape` is empty for a scalar.
  public var tensors: [(name: String, shape: [Int], values: [Float])]

  public init(metadata: [String: String] = [:], tensors: [(name: String, shape: [Int], values: [Float])]) {
    self.metadata = metadata
    self.tensors = tensors
  }

  /// Reads a file.
  /// - Throws: `FileError` if it cannot be read, `FormatError` if it is corrupt or in another format.
  public init(contentsOf path: FilePath) throws {
    try self.init(decoding: try AtomicFile.read(path), path: path.string)
  }

  /// Writes a file atomically.
  public func write(to path: FilePath) throws(FileError) { try AtomicFile.write(encoded(), to: path) }

  /// The tensor called `name`, or nil.
  public subscript(name: String) -> (shape: [Int], values: [Float])? {
    tensors.first { $0.name == name }.map { ($0.shape, $0.values) }
  }

  /// The CRC-32 of the tensor data and the metadata, as eight hexadecimal digits.
  ///
  /// Metadata is included in key order, each key and value followed by a zero byte, so the result does not depend on how
  /// other programs order it.
  static func checksum(of data: UnsafeRawBufferPointer, _ metadata: [String: String]) -> String {
    var sum = Checksum.crc32(data)
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) where key != checksumKey {
      sum = Checksum.crc32(Array(key.utf8) + [0] + Array(value.utf8) + [0], continuing: sum)
    }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
