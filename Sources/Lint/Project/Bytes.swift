#if canImport(Glibc)
  import Glibc
#endif

/// Searches in bytes that are not a `String`, and need not become one.
enum Bytes {
  /// The index of the first occurrence of a text. Skips from one candidate to the next by `memchr`.
  static func find(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let size = text.utf8CodeUnitCount
    guard size > 0, bytes.count >= size else { return nil }
    return bytes.withUnsafeBytes { haystack -> Int? in
      guard let base = haystack.baseAddress else { return nil }
      var index = 0
      while index <= haystack.count - size {
        guard let found = memchr(base + index, Int32(text.utf8Start.pointee), haystack.count - size - index + 1) else {
          return nil
        }
        index = UnsafeRawPointer(found) - base
        if memcmp(found, text.utf8Start, size) == 0 { return bytes.startIndex + index }
        index += 1
      }
      return nil
    }
  }
}
