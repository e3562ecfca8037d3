extension SafetensorsFile {
  /// Encodes the file.
  /// - Precondition: names are unique, and the number of values of each tensor matches its shape.
  public func encoded() -> [UInt8] {
    var data: [UInt8] = []
    data.reserveCapacity(tensors.reduce(0) { $0 + 4 * $1.values.count })
    var entries: [String] = []
    for (name, shape, values) in tensors {
      precondition(shape.reduce(1, *) == values.count, "\(name): shape \(shape) does not hold \(values.count) values")
      let start = data.count
      values.withUnsafeBytes { data.append(contentsOf: $0) }
      let extents = shape.map(String.init).joined(separator: ",")
      entries.append(
        "\(JSONText.string(name)):{\"dtype\":\"F32\",\"shape\":[\(extents)],\"data_offsets\":[\(start),\(data.count)]}")
    }
    precondition(Set(tensors.map(\.name)).count == tensors.count, "tensor names must be unique")
    let header = padded("{" + ([metadataEntry(data)] + entries).joined(separator: ",") + "}")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.count + data.count)
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes += header
    bytes += data
    return bytes
  }

  /// The header entry for the metadata, including the checksum.
  private func metadataEntry(_ data: [UInt8]) -> String {
    var all = metadata
    all[Self.checksumKey] = data.withUnsafeBytes { Self.checksum(of: $0, metadata) }
    let pairs = all.sorted { $0.key < $1.key }.map { "\(JSONText.string($0.key)):\(JSONText.string($0.value))" }
    return "\"__metadata__\":{\(pairs.joined(separator: ","))}"
  }

  /// The header padded with spaces, so that the tensor data is aligned to 8 bytes.
  private func padded(_ header: String) -> [UInt8] {
    let bytes = Array(header.utf8)
    return bytes + [UInt8](repeating: UInt8(ascii: " "), count: (8 - bytes.count % 8) % 8)
  }
}
