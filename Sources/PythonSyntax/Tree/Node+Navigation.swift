extension Node {
  /// The direct children in source order. Iteration takes one step per child, whatever its size.
  @inlinable
  public var children: Children {
    Children(storage: storage, next: index + 1, end: subtreeEnd)
  }

  /// All nodes below this one, in pre-order.
  @inlinable
  public var descendants: Descendants {
    Descendants(storage: storage, lower: index + 1, upper: subtreeEnd)
  }

  /// This node and all nodes below it, in pre-order.
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

  /// The child at a position where the grammar has one; the node itself, rather than a crash, if it is missing.
  @inlinable
  func required(_ position: Int) -> Node { child(position) ?? self }

  @inlinable
  func required(_ kind: NodeKind) -> Node { child(kind) ?? self }

  /// Whether another node is this one or a node below it.
  @inlinable
  public func contains(_ other: Node) -> Bool {
    other.index >= index && other.index < subtreeEnd
  }
}
