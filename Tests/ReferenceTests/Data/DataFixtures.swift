import CZlib

/// Generates data files.
enum DataFixture {
  /// An IDX file of unsigned bytes.
  static func idx(_ shape: [Int], _ values: [UInt8]) -> [UInt8] {
    [0, 0, 8, UInt8(shape.count)] + shape.flatMap { bigEndian($0) } + values
  }

  /// An NPY file with elements of dtype `type`, encoded in `values`.
  static func npy(
    _ shape: String, _ values: [UInt8], type: String = "|u1", order: String = "False", version: UInt8 = 1
  ) -> [UInt8] {
    var header = Array("{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }".utf8)
    header += [UInt8](repeating: 32, count: 63 - (header.count + 10) % 64) + [10]
    let length = version == 1 ? little(header.count, 2) : little(header.count, 4)
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + header + values
  }

  /// A zip archive with one member.
  /// - Parameter size: the declared uncompressed size; nil for the actual one.
  static func zip(_ name: String, _ content: [UInt8], deflated: Bool = true, declaring size: Int? = nil) -> [UInt8] {
    let compressed = deflated ? deflate(content, windowBits: -15) : content
    let sizes =
      little(Int(crc32_z(0, content, content.count)), 4) + little(compressed.count, 4)
      + little(size ?? content.count, 4)
    let common =
      little(20, 2) + little(0, 2) + little(deflated ? 8 : 0, 2) + little(0, 4) + sizes + little(name.utf8.count, 2)
    let local = [0x50, 0x4b, 3, 4] + common + little(0, 2) + Array(name.utf8) + compressed
    let entry = [0x50, 0x4b, 1, 2] + little(20, 2) + common + little(0, 12) + little(0, 4) + Array(name.utf8)
    let end =
      [0x50, 0x4b, 5, 6] + little(0, 4) + little(1, 2) + little(1, 2) + little(entry.count, 4) + little(local.count, 4)
    return local + entry + end + little(0, 2)
  }

  /// A gzip file.
  static func gzip(_ content: [UInt8]) -> [UInt8] { deflate(content, windowBits: 31) }

  private static func deflate(_ content: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var (input, output) = (content + [0], [UInt8](repeating: 0, count: content.count + 1000))
    let left = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(content.count))
        (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
        CZlib.deflate(&stream, Z_FINISH)
        return Int(stream.avail_out)
      }
    }
    return Array(output.dropLast(left))
  }

  static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func bigEndian(_ value: Int) -> [UInt8] { little(value, 4).reversed() }
}
