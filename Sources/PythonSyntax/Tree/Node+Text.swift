extension Node {
  /// The node's source text as UTF-8, not copied and valid as long as the tree exists.
  @inlinable
  public var bytes: UnsafeBufferPointer<UInt8> {
    let node = raw
    return UnsafeBufferPointer(start: storage.pointee.source + Int(node.start), count: Int(node.end - node.start))
  }

  /// The node's source text, as a copy.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the node's source text equals a text. Allocates nothing.
  @inlinable
  public func textEquals(_ text: StaticString) -> Bool {
    let mine = bytes
    guard text.hasPointerRepresentation, mine.count == text.utf8CodeUnitCount else { return false }
    let other = text.utf8Start
    for position in 0..<mine.count where mine[position] != other[position] { return false }
    return true
  }

  /// Whether both nodes have the same source text. The trees may differ.
  @inlinable
  public func textEquals(_ other: Node) -> Bool {
    let mine = bytes
    let theirs = other.bytes
    guard mine.count == theirs.count else { return false }
    for position in 0..<mine.count where mine[position] != theirs[position] { return false }
    return true
  }
}
