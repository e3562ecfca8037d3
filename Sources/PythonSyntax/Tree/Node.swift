/// A node of a tree: a trivial value of 16 bytes without reference counting.
///
/// A node is valid as long as its ``Tree`` exists, but does not keep it alive. Use nodes inside ``Tree/withRoot(_:)``
/// or `withExtendedLifetime`, or store the tree in an object that outlives them.
@frozen
public struct Node: @unchecked Sendable {
  @usableFromInline let storage: UnsafePointer<TreeStorage>
  /// The position in pre-order, which identifies the node in its tree. The root is 0.
  public let index: UInt32

  @inlinable
  @inline(__always)
  init(storage: UnsafePointer<TreeStorage>, index: UInt32) {
    self.storage = storage
    self.index = index
  }

  @inlinable
  @inline(__always)
  public var raw: RawNode { storage.pointee.nodes[Int(index)] }

  @inlinable
  @inline(__always)
  public var kind: NodeKind { storage.pointee.nodes[Int(index)].kind }

  @inlinable
  @inline(__always)
  public var flags: NodeFlags { storage.pointee.nodes[Int(index)].flags }

  @inlinable
  @inline(__always)
  public var payload: UInt16 { storage.pointee.nodes[Int(index)].payload }

  /// The offset of the first byte.
  @inlinable
  @inline(__always)
  public var start: UInt32 { storage.pointee.nodes[Int(index)].start }

  /// The offset after the last byte.
  @inlinable
  @inline(__always)
  public var end: UInt32 { storage.pointee.nodes[Int(index)].end }

  /// The range of the node in bytes.
  ///
  /// It equals the position in CPython's `ast`, except that decorated definitions begin at their first `@` (see
  /// ``Definition/definitionRange``) and that parameters include their stars and defaults.
  @inlinable
  public var range: Range<UInt32> {
    let node = raw
    return Range(uncheckedBounds: (node.start, node.end))
  }

  /// The index after the last node of the subtree.
  @inlinable
  @inline(__always)
  public var subtreeEnd: UInt32 { storage.pointee.nodes[Int(index)].subtreeEnd }

  /// Whether the expression is in parentheses. ``Tree/parenthesizedRange(of:)`` is the range with them.
  @inlinable
  public var isParenthesized: Bool { flags.contains(.parenthesized) }

  /// Whether the node is assigned to.
  @inlinable
  public var isStored: Bool { flags.contains(.store) }

  /// Whether the node is deleted.
  @inlinable
  public var isDeleted: Bool { flags.contains(.delete) }

  @inlinable
  public var isLeaf: Bool { subtreeEnd == index + 1 }

  @inlinable
  func sibling(at index: UInt32) -> Node { Node(storage: storage, index: index) }
}

extension Node: Hashable {
  @inlinable
  public static func == (left: Node, right: Node) -> Bool {
    left.index == right.index && left.storage == right.storage
  }

  @inlinable
  public func hash(into hasher: inout Hasher) { hasher.combine(index) }
}
