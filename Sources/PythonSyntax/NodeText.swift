extension Node {
  /// The node's bytes in the tree's source, not copied: UTF-8, valid while the tree lives.
  @inlinable
  public var bytes: UnsafeBufferPointer<UInt8> {
    let node = raw
    return UnsafeBufferPointer(start: storage.pointee.source + Int(node.start), count: Int(node.end - node.start))
  }

  /// The node's source text, copied.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the node's source text is exactly this. Allocates nothing; takes one step per byte.
  @inlinable
  public func textEquals(_ text: StaticString) -> Bool {
    let mine = bytes
    guard text.hasPointerRepresentation, mine.count == text.utf8CodeUnitCount else { return false }
    let other = text.utf8Start
    for position in 0..<mine.count where mine[position] != other[position] { return false }
    return true
  }

  /// Whether both nodes have the same source bytes, for instance the same name. The trees may differ.
  @inlinable
  public func textEquals(_ other: Node) -> Bool {
    let mine = bytes
    let theirs = other.bytes
    guard mine.count == theirs.count else { return false }
    for position in 0..<mine.count where mine[position] != theirs[position] { return false }
    return true
  }
}
