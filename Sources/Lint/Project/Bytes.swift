#if canImport(Glibc)
  import Glibc
#endif

/// Searches in bytes that are not a `String`, and need not become one.
enum Bytes {
  /// How often a byte occurs.
  static func count(_ byte: UInt8, in bytes: [UInt8]) -> Int {
    var count = 0
    forEach(byte, in: bytes) { _ in count += 1 }
    return count
  }

  /// Calls the body with the index of every occurrence of a byte, in order.
  static func forEach(_ byte: UInt8, in bytes: [UInt8], _ body: (Int) -> Void) {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var rest = UnsafeRawPointer(base)
      let end = rest + buffer.count
      while rest < end, let found = memchr(rest, Int32(byte), end - rest) {
        body(UnsafeRawPointer(found) - base)
        rest = UnsafeRawPointer(found) + 1
      }
    }
  }

  /// The index of the first occurrence of a text at or after an index.
  static func find(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let size = text.utf8CodeUnitCount
    guard let base = bytes.baseAddress, size > 0 else { return nil }
    var index = start
    while index <= bytes.count - size {
      guard let found = memchr(base + index, Int32(text.utf8Start.pointee), bytes.count - size - index + 1) else {
        return nil
      }
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(found, text.utf8Start, size) == 0 { return index }
      index += 1
    }
    return nil
  }

  /// The index of the first occurrence of a text. Skips from one candidate to the next by `memchr`.
  static func find(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    find(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), in: bytes)
  }

  /// The index of the first occurrence of bytes.
  static func find(_ text: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    text.withUnsafeBufferPointer { find($0, in: bytes) }
  }

  private static func find(_ text: UnsafeBufferPointer<UInt8>, in bytes: ArraySlice<UInt8>) -> Int? {
    let size = text.count
    guard let start = text.baseAddress, size > 0, bytes.count >= size else { return nil }
    return bytes.withUnsafeBytes { haystack -> Int? in
      guard let base = haystack.baseAddress else { return nil }
      var index = 0
      while index <= haystack.count - size {
        guard let found = memchr(base + index, Int32(start.pointee), haystack.count - size - index + 1) else {
          return nil
        }
        index = UnsafeRawPointer(found) - base
        if memcmp(found, start, size) == 0 { return bytes.startIndex + index }
        index += 1
      }
      return nil
    }
  }
}
