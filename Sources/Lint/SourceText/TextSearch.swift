#if canImport(Glibc)
  import Glibc
#endif

// Rules ask whether a text holds a word tens of thousands of times a run. The standard library answers by characters and
// Foundation by its own strings, both some twenty times slower than a search in the bytes; being declared for the
// concrete types, these are the ones that Swift picks.

extension String {
  /// Whether the text holds another one, byte for byte. O(length of both).
  public func contains(_ text: String) -> Bool {
    var (whole, part) = (self, text)
    return whole.withUTF8 { whole in part.withUTF8 { part in Self.find(part, in: whole) } }
  }

  fileprivate static func find(_ part: UnsafeBufferPointer<UInt8>, in whole: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = part.baseAddress, !part.isEmpty else { return true }
    guard let base = whole.baseAddress else { return false }
    var index = 0
    while index <= whole.count - part.count {
      guard let found = memchr(base + index, Int32(part[0]), whole.count - part.count - index + 1) else { return false }
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(found, start, part.count) == 0 { return true }
      index += 1
    }
    return false
  }
}

extension Substring {
  /// Whether the text holds another one, byte for byte. O(length of both).
  public func contains(_ text: String) -> Bool {
    var (whole, part) = (self, text)
    return whole.withUTF8 { whole in part.withUTF8 { part in String.find(part, in: whole) } }
  }
}
