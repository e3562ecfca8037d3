/// A pre-order walk that keeps track of ancestors.
///
///     var walker = Walker(tree.root)
///     while let node = walker.next() {
///       if node.kind == .call, walker.parent?.kind == .awaitExpression { ... }
///     }
///
/// The walk takes time linear in the number of nodes, and space for the depth of the tree.
public struct Walker: IteratorProtocol {
  /// The ancestors of the node returned last, from the outermost to its parent.
  public private(set) var ancestors: [Node] = []
  private var current: Node?
  private var nextIndex: UInt32
  private let end: UInt32
  private let root: Node

  /// A walk over `root` and everything below it.
  public init(_ root: Node) {
    self.root = root
    nextIndex = root.index
    end = root.subtreeEnd
  }

  /// The parent of the node returned last, or nil at the root of the walk.
  public var parent: Node? { ancestors.last }

  public mutating func next() -> Node? {
    guard nextIndex < end else { return nil }
    if let current, !current.isLeaf { ancestors.append(current) }
    while let last = ancestors.last, last.subtreeEnd <= nextIndex { ancestors.removeLast() }
    let node = root.sibling(at: nextIndex)
    current = node
    nextIndex += 1
    return node
  }

  /// Skips the nodes below the node returned last.
  public mutating func skipChildren() {
    guard let current else { return }
    nextIndex = current.subtreeEnd
  }

  /// The nearest ancestor whose kind matches.
  public func nearest(_ matches: (NodeKind) -> Bool) -> Node? {
    ancestors.last { matches($0.kind) }
  }
}
