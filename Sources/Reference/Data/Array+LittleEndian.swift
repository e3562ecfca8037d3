extension [UInt8] {
  /// Decodes an unsigned little-endian integer of `count` bytes at `offset`.
  /// - Precondition: the bytes lie within the array.
  func littleEndian(at offset: Int, count: Int) -> Int {
    self[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
