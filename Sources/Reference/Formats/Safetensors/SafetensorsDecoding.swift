import Foundation

extension SafetensorsFile {
  /// Reads the bytes of a file.
  ///
  /// Only tensors of type F32 are read. Where the file carries a checksum under `crc32`, it has to be right.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: what errors call it.
  public init(decoding bytes: [UInt8], path: String) throws(FormatError) {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(FormatError) in try Self(buffer, path: path) }
    }
    self = try result.get()
  }

  private init(_ bytes: UnsafeRawBufferPointer, path: String) throws(FormatError) {
    let header = try SafetensorsHeader(bytes, path: path)
    let data = UnsafeRawBufferPointer(rebasing: bytes[header.dataStart...])
    let places = try header.places(in: data.count)
    metadata = header.metadata
    if let expected = metadata.removeValue(forKey: Self.checksumKey) {
      let found = Self.checksum(of: data, metadata)
      guard found == expected.lowercased() else {
        throw FormatError(
          path: path, "the file is damaged: its checksum does not fit what it holds",
          expected: "\(Self.checksumKey) \(expected)", found: found,
          advice: "use an older checkpoint, or remove the metadata entry '\(Self.checksumKey)' if the change was meant")
      }
    }
    tensors = places.map { place in
      let values = [Float](unsafeUninitializedCapacity: place.count) { buffer, count in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: data[place.start..<place.end]))
        count = place.count
      }
      return (place.name, place.shape, values)
    }
  }
}
