import Foundation

/// Named tensors of 32-bit floating-point numbers in the safetensors format.
///
/// The file is the length of a header (8 bytes, little-endian), the header (JSON: type, shape and place of every
/// tensor, and strings under `__metadata__`) and the numbers, little-endian, without gaps. Source: the format's
/// description at https://huggingface.co/docs/safetensors.
public struct SafetensorsFile: Sendable {
  /// The key under which a file carries its own checksum.
  public static let checksumKey = "crc32"

  /// What else the file says, such as the epoch of a checkpoint. The checksum is not part of it.
  public var metadata: [String: String]
  /// The tensors in the order of the file; `shape` is empty for a single number.
  public var tensors: [(name: String, shape: [Int], values: [Float])]

  public init(metadata: [String: String] = [:], tensors: [(name: String, shape: [Int], values: [Float])]) {
    self.metadata = metadata
    self.tensors = tensors
  }

  /// Reads a file.
  /// - Throws: `FileError` if it cannot be read, `FormatError` if it is damaged or not of this format.
  public init(contentsOf url: URL) throws {
    try self.init(decoding: try AtomicFile.read(url), path: url.path(percentEncoded: false))
  }

  /// Writes a file, or leaves the one that is there.
  public func write(to url: URL) throws(FileError) { try AtomicFile.write(encoded(), to: url) }

  /// The tensor called `name`, or nil.
  public subscript(name: String) -> (shape: [Int], values: [Float])? {
    tensors.first { $0.name == name }.map { ($0.shape, $0.values) }
  }

  /// The checksum of the numbers and of the metadata.
  ///
  /// The metadata counts in the order of its keys, each key and each value followed by a zero byte; so it does not
  /// matter how another program sorts it.
  static func checksum(of data: UnsafeRawBufferPointer, _ metadata: [String: String]) -> String {
    var sum = Checksum.crc32(data)
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) where key != checksumKey {
      sum = Checksum.crc32(Array(key.utf8) + [0] + Array(value.utf8) + [0], continuing: sum)
    }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
