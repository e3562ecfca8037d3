/// The direct children of a node, in source order.
@frozen
public struct Children: Sequence, IteratorProtocol, @unchecked Sendable {
  @usableFromInline let storage: UnsafePointer<TreeStorage>
  @usableFromInline var cursor: UInt32
  @usableFromInline let end: UInt32

  @inlinable
  init(storage: UnsafePointer<TreeStorage>, next: UInt32, end: UInt32) {
    self.storage = storage
    cursor = next
    self.end = end
  }

  @inlinable
  public mutating func next() -> Node? {
    guard cursor < end else { return nil }
    let node = Node(storage: storage, index: cursor)
    cursor = storage.pointee.nodes[Int(cursor)].subtreeEnd
    return node
  }

  @inlinable
  public var isEmpty: Bool { cursor >= end }

  @inlinable
  public var first: Node? { isEmpty ? nil : Node(storage: storage, index: cursor) }

  /// The number of children; takes one step per child.
  @inlinable
  public var count: Int {
    var total = 0
    for _ in self { total += 1 }
    return total
  }

  /// The children after the first `count`.
  @inlinable
  func dropping(_ count: Int) -> Children {
    var rest = self
    for _ in 0..<count { _ = rest.next() }
    return rest
  }
}
