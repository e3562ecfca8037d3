import CZlib

/// Decompresses deflate streams with zlib, up to a size limit.
///
/// A small file can decompress to a thousand times its size. Memory grows with the output and never beyond the limit.
enum Inflater {
  /// The container of the deflate stream, as zlib's window bits.
  enum Format: Int32 {
    case gzip = 31
    case raw = -15
  }

  /// Why decompression stopped.
  enum Status: Equatable {
    /// The stream is complete and followed by this many bytes.
    case complete(unused: Int)
    /// The output exceeds the limit.
    case limitReached
    /// The input ends within the stream.
    case truncated
    case corrupt(String)
  }

  /// Decompresses up to `limit` bytes.
  static func inflate(
    _ compressed: ArraySlice<UInt8>, format: Format, limit: Int
  ) -> (content: [UInt8], status: Status) {
    var stream = z_stream()
    guard inflateInit2_(&stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return ([], .corrupt("zlib cannot be initialized"))
    }
    defer { inflateEnd(&stream) }

    var content = [UInt8](repeating: 0, count: min(limit + 1, max(4096, compressed.count * 4)))
    var filled = 0
    let status = compressed.withUnsafeBufferPointer { input -> Status in
      guard let start = input.baseAddress else { return .truncated }
      stream.next_in = UnsafeMutablePointer(mutating: start)
      var remaining = input.count
      while true {
        if filled > limit { return .limitReached }
        if filled == content.count {
          content += [UInt8](repeating: 0, count: min(limit + 1 - filled, filled))
        }
        // zlib counts in 32 bits, so long inputs and outputs are passed in pieces.
        let offered = min(remaining, 1 << 30)
        stream.avail_in = UInt32(offered)
        let result = content.withUnsafeMutableBufferPointer { output -> Int32 in
          let capacity = min(output.count - filled, 1 << 30)
          stream.next_out = output.baseAddress.map { $0 + filled }
          stream.avail_out = UInt32(capacity)
          let result = CZlib.inflate(&stream, Z_NO_FLUSH)
          filled += capacity - Int(stream.avail_out)
          return result
        }
        remaining -= offered - Int(stream.avail_in)
        switch result {
        case Z_OK: continue
        case Z_STREAM_END:
          return filled > limit ? .limitReached : .complete(unused: remaining)
        case Z_BUF_ERROR: return .truncated
        default: return .corrupt(stream.msg.map { String(cString: $0) } ?? "zlib error \(result)")
        }
      }
    }
    content.removeLast(content.count - min(filled, limit))
    return (content, status)
  }
}
