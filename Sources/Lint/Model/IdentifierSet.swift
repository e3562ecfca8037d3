import LintSourceText

/// The identifiers and words that a file names, kept as 64-bit hashes: a whole repository's fit in a few megabytes.
///
/// Two of a million names collide with a chance of one in ten million; a collision hides a finding, never makes one.
public struct IdentifierSet: Sendable, Codable, Equatable {
  private var hashes = HashTable()

  public init() {}

  public var isEmpty: Bool { hashes.count == 0 }
  public var count: Int { hashes.count }

  public mutating func insert(_ name: String) {
    hashes.insert(Self.hash(name.utf8))
  }

  /// Inserts a name given as UTF-8, without making a `String` of it.
  public mutating func insert(bytes: ArraySlice<UInt8>) { hashes.insert(Self.hash(bytes)) }
  public mutating func insert(bytes: UnsafeBufferPointer<UInt8>) { hashes.insert(Self.hash(bytes)) }
  public mutating func insert(bytes: Slice<UnsafeBufferPointer<UInt8>>) { hashes.insert(Self.hash(bytes)) }
  public mutating func insert(bytes: Substring.UTF8View) { hashes.insert(Self.hash(bytes)) }

  /// Inserts an existing hash.
  public mutating func insert(hash: UInt64) { hashes.insert(hash) }

  public func contains(hash: UInt64) -> Bool { hashes.contains(hash) }

  public func contains(_ name: String) -> Bool {
    hashes.contains(Self.hash(name.utf8))
  }

  public mutating func formUnion(_ other: IdentifierSet) {
    hashes.formUnion(other.hashes)
  }

  /// FNV-1a: stable between runs and machines, so that facts can be stored and merged.
  ///
  /// One function for each kind of bytes, since a generic one would not be specialized for callers in other modules.
  public static func hash(_ bytes: String.UTF8View) -> UInt64 { fold(bytes) }
  public static func hash(_ bytes: Substring.UTF8View) -> UInt64 { fold(bytes) }
  public static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 { fold(bytes) }
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 { fold(bytes) }
  public static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 { fold(bytes) }

  @inline(__always)
  private static func fold(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
