/// A place in a tree: 16 bytes, copied freely, never counted.
///
/// A node is valid while its `Tree` lives. It does not keep the tree alive: read nodes inside `Tree.withRoot(_:)`, or
/// hold the tree with `withExtendedLifetime`, or keep it in an object that outlives the reading.
@frozen
public struct Node: @unchecked Sendable {
  @usableFromInline let storage: UnsafePointer<TreeStorage>
  /// The position in pre-order; the root is 0. Nodes of one tree compare by it.
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

  /// Byte offset of the first byte.
  @inlinable
  @inline(__always)
  public var start: UInt32 { storage.pointee.nodes[Int(index)].start }

  /// Byte offset after the last byte.
  @inlinable
  @inline(__always)
  public var end: UInt32 { storage.pointee.nodes[Int(index)].end }

  /// The bytes the node covers. Equals CPython's positions, but for decorated definitions, which begin at their first
  /// `@` (see `FunctionDefinition.definitionRange`), and for parameters, which hold their stars and their default.
  @inlinable
  public var range: Range<UInt32> {
    let node = raw
    return Range(uncheckedBounds: (node.start, node.end))
  }

  /// Index after the last node of the subtree.
  @inlinable
  @inline(__always)
  public var subtreeEnd: UInt32 { storage.pointee.nodes[Int(index)].subtreeEnd }

  /// Whether the expression stands in parentheses. `Tree.parenthesizedRange(of:)` tells where they are.
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

extension Node {
  /// The direct children in source order. Walking them costs one step per child, whatever they contain.
  @inlinable
  public var children: Children {
    Children(storage: storage, next: index + 1, end: subtreeEnd)
  }

  /// Every node below this one, in pre-order.
  @inlinable
  public var descendants: Descendants {
    Descendants(storage: storage, lower: index + 1, upper: subtreeEnd)
  }

  /// This node and every node below it, in pre-order.
  @inlinable
  public var subtree: Descendants {
    Descendants(storage: storage, lower: index, upper: subtreeEnd)
  }

  @inlinable
  public var firstChild: Node? {
    isLeaf ? nil : sibling(at: index + 1)
  }

  /// The last child; takes one step per child.
  @inlinable
  public var lastChild: Node? {
    var last: Node?
    for child in children { last = child }
    return last
  }

  /// The child at a position; takes one step per child before it.
  @inlinable
  public func child(_ position: Int) -> Node? {
    var remaining = position
    for child in children {
      if remaining == 0 { return child }
      remaining -= 1
    }
    return nil
  }

  @inlinable
  public func child(_ kind: NodeKind) -> Node? {
    for child in children where child.kind == kind { return child }
    return nil
  }

  /// The child at a position the grammar promises. A tree that broke the promise yields the node itself, never a crash.
  @inlinable
  func required(_ position: Int) -> Node { child(position) ?? self }

  @inlinable
  func required(_ kind: NodeKind) -> Node { child(kind) ?? self }

  /// Whether the other node is this one or lies below it.
  @inlinable
  public func contains(_ other: Node) -> Bool {
    other.index >= index && other.index < subtreeEnd
  }
}

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

/// A run of nodes in pre-order.
@frozen
public struct Descendants: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline let storage: UnsafePointer<TreeStorage>
  @usableFromInline let lower: UInt32
  @usableFromInline let upper: UInt32

  @inlinable
  init(storage: UnsafePointer<TreeStorage>, lower: UInt32, upper: UInt32) {
    self.storage = storage
    self.lower = lower
    self.upper = upper
  }

  @inlinable
  public var startIndex: Int { Int(lower) }

  @inlinable
  public var endIndex: Int { Int(upper) }

  @inlinable
  public subscript(position: Int) -> Node {
    Node(storage: storage, index: UInt32(truncatingIfNeeded: position))
  }
}
