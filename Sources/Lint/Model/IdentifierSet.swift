import LintSourceText

/// The identifiers and words that a file names, kept as 64-bit hashes: a whole repository's fit in a few megabytes.
///
/// Two of a million names collide with a chance of one in ten million; a collision hides a finding, never makes one.
package struct IdentifierSet: Sendable, Codable, Equatable {
  private var hashes = HashTable()

  package init() {}

  package var isEmpty: Bool { hashes.count == 0 }
  package var count: Int { hashes.count }

  package mutating func insert(_ name: String) {
    hashes.insert(Self.hash(name.utf8))
  }

  /// Inserts a name given as UTF-8, without making a `String` of it.
  package mutating func insert(bytes: some Sequence<UInt8>) {
    hashes.insert(Self.hash(bytes))
  }

  /// Inserts an existing hash.
  package mutating func insert(hash: UInt64) { hashes.insert(hash) }

  package func contains(hash: UInt64) -> Bool { hashes.contains(hash) }

  package func contains(_ name: String) -> Bool {
    hashes.contains(Self.hash(name.utf8))
  }

  package mutating func formUnion(_ other: IdentifierSet) {
    hashes.formUnion(other.hashes)
  }

  /// FNV-1a: stable between runs and machines, so that facts can be cached and merged.
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    // Nearly all callers hold contiguous bytes. Hashing these in one place costs no generic call for each byte.
    bytes.withContiguousStorageIfAvailable { $0.reduce(basis, step) } ?? bytes.reduce(basis, step)
  }

  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
