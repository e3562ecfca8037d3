/// A set of values that are already hashes: open addressing without hashing again, several times as fast as a `Set`.
public struct HashTable: Sendable, Codable, Equatable {
  /// A power of two of places, at most three quarters of them taken; 0 marks a free one.
  private var slots: [UInt64] = []
  package private(set) var count = 0

  public init() {}

  public mutating func insert(_ hash: UInt64) {
    if 4 * (count + 1) > 3 * slots.count { grow() }
    let value = hash == 0 ? 1 : hash
    var place = Self.place(of: value, in: slots.count)
    while slots[place] != 0 {
      if slots[place] == value { return }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = value
    count += 1
  }

  public func contains(_ hash: UInt64) -> Bool {
    guard count > 0 else { return false }
    let value = hash == 0 ? 1 : hash
    var place = Self.place(of: value, in: slots.count)
    while slots[place] != 0 {
      if slots[place] == value { return true }
      place = (place + 1) & (slots.count - 1)
    }
    return false
  }

  public mutating func formUnion(_ other: HashTable) {
    if count == 0 {
      self = other
      return
    }
    for value in other.slots where value != 0 { insert(value) }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(64, old.count * 2))
    for value in old where value != 0 {
      var place = Self.place(of: value, in: slots.count)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = value
    }
  }

  /// The high bits, which depend on every byte of the hashed text.
  private static func place(of value: UInt64, in capacity: Int) -> Int {
    Int(truncatingIfNeeded: (value ^ (value >> 29)) &* 0x9E37_79B9_7F4A_7C15 >> 32) & (capacity - 1)
  }

  /// Equal when they hold the same values, in whatever order these came.
  public static func == (left: HashTable, right: HashTable) -> Bool {
    left.count == right.count && left.slots.allSatisfy { $0 == 0 || right.contains($0) }
  }
}
