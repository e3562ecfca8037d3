#if canImport(Glibc)
  import Glibc
#endif

/// Searches in bytes that are not a `String`, and need not become one.
public enum Bytes {
  /// How often a byte occurs.
  public static func count(_ byte: UInt8, in bytes: [UInt8]) -> Int {
    var count = 0
    forEach(byte, in: bytes) { _ in count += 1 }
    return count
  }

  /// Whether a byte occurs among the first so many.
  public static func contains(_ byte: UInt8, in bytes: [UInt8], first count: Int = .max) -> Bool {
    bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { memchr($0, Int32(byte), min(count, buffer.count)) != nil } ?? false
    }
  }

  /// Calls the body with the index of every occurrence of a byte, in order.
  public static func forEach(_ byte: UInt8, in bytes: [UInt8], _ body: (Int) -> Void) {
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

  /// The index of the first occurrence of a byte at or after an index.
  public static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The index of the first occurrence of a text at or after an index.
  public static func find(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    find(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), in: bytes, from: start)
  }

  /// The index of the first occurrence of a text.
  public static func find(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    find(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), in: bytes)
  }

  /// The index of the first occurrence of bytes.
  public static func find(_ text: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    text.withUnsafeBufferPointer { find($0, in: bytes) }
  }

  /// Whether bytes begin with a text.
  public static func begins(_ bytes: ArraySlice<UInt8>, with text: StaticString) -> Bool {
    bytes.count >= text.utf8CodeUnitCount
      && bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { memcmp($0, text.utf8Start, text.utf8CodeUnitCount) == 0 } ?? true
      }
  }

  private static func find(_ text: UnsafeBufferPointer<UInt8>, in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { find(text, in: $0, from: 0) }.map { bytes.startIndex + $0 }
  }

  /// Skips from one candidate to the next by `memchr`.
  private static func find(
    _ text: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let size = text.count
    guard let base = bytes.baseAddress, let wanted = text.baseAddress, size > 0 else { return nil }
    var index = start
    while index <= bytes.count - size {
      guard let found = memchr(base + index, Int32(wanted.pointee), bytes.count - size - index + 1) else { return nil }
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(found, wanted, size) == 0 { return index }
      index += 1
    }
    return nil
  }
}
