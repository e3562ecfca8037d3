import CZlib

/// Inflates deflated bytes through zlib, never to more than a limit.
///
/// A small file can inflate to a thousand times its size. Whoever calls says how much is wanted; memory is taken as the
/// content comes, and nothing past the limit is ever inflated.
enum Inflater {
  /// What stands around the deflated bytes.
  enum Wrapper: Int32 {
    case gzip = 31
    case none = -15
  }

  /// Why inflating ended.
  enum Ending: Equatable {
    /// The stream ended, and this many bytes follow it.
    case complete(unused: Int)
    /// There is more content than the limit allows.
    case limitReached
    /// The deflated bytes ended before the stream did.
    case truncated
    case damaged(String)
  }

  /// Inflates up to `limit` bytes.
  /// - Returns: what was inflated, at most `limit` bytes, and why there is no more of it.
  static func inflate(
    _ compressed: ArraySlice<UInt8>, wrapper: Wrapper, limit: Int
  ) -> (content: [UInt8], ending: Ending) {
    var stream = z_stream()
    guard inflateInit2_(&stream, wrapper.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return ([], .damaged("zlib could not be started"))
    }
    defer { inflateEnd(&stream) }

    var content = [UInt8](repeating: 0, count: min(limit + 1, max(4096, compressed.count * 4)))
    var filled = 0
    let ending = compressed.withUnsafeBufferPointer { input -> Ending in
      guard let start = input.baseAddress else { return .truncated }
      stream.next_in = UnsafeMutablePointer(mutating: start)
      var remaining = input.count
      while true {
        if filled > limit { return .limitReached }
        if filled == content.count {
          content += [UInt8](repeating: 0, count: min(limit + 1 - filled, filled))
        }
        // zlib counts in 32 bits, so a long input or output goes through in pieces.
        let offered = min(remaining, 1 << 30)
        stream.avail_in = UInt32(offered)
        let status = content.withUnsafeMutableBufferPointer { output -> Int32 in
          let room = min(output.count - filled, 1 << 30)
          stream.next_out = output.baseAddress.map { $0 + filled }
          stream.avail_out = UInt32(room)
          let status = CZlib.inflate(&stream, Z_NO_FLUSH)
          filled += room - Int(stream.avail_out)
          return status
        }
        remaining -= offered - Int(stream.avail_in)
        switch status {
        case Z_OK: continue
        case Z_STREAM_END:
          return filled > limit ? .limitReached : .complete(unused: remaining)
        case Z_BUF_ERROR: return .truncated
        default: return .damaged(stream.msg.map { String(cString: $0) } ?? "zlib status \(status)")
        }
      }
    }
    content.removeLast(content.count - min(filled, limit))
    return (content, ending)
  }
}
