extension SafetensorsFile {
  /// Decodes the bytes of a file.
  ///
  /// Only tensors of dtype F32 are supported. If the metadata holds a checksum under `crc32`, it is verified.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: the file's name in errors.
  public init(decoding bytes: [UInt8], path: String) throws(FormatError) {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(FormatError) in try Self(buffer, path: path) }
    }
    self = try result.get()
  }

  private init(_ bytes: UnsafeRawBufferPointer, path: String) throws(FormatError) {
    let header = try SafetensorsHeader(bytes, path: path)
    let data = UnsafeRawBufferPointer(rebasing: bytes[header.dataStart...])
    let locations = try header.locations(in: data.count)
    metadata = header.metadata
    if let expected = metadata.removeValue(forKey: Self.checksumKey) {
      let found = Self.checksum(of: data, metadata)
      guard found == expected.lowercased() else {
        throw FormatError(
          path: path, "the file is corrupt: its checksum does not match its contents",
          expected: "\(Self.checksumKey) \(expected)", found: found,
          advice: "use an older checkpoint, or delete the metadata key '\(Self.checksumKey)' if the change is intended")
      }
    }
    tensors = locations.map { location in
      let values = [Float](unsafeUninitializedCapacity: location.count) { buffer, count in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: data[location.start..<location.end]))
        count = location.count
      }
      return (location.name, location.shape, values)
    }
  }
}
