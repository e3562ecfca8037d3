/// A typed reading of a node: costs nothing beside the node, and is valid as long.
public protocol NodeView: Sendable {
  /// The kind of node this view reads.
  static var kind: NodeKind { get }

  var node: Node { get }

  /// A view of a node known to be of the view's kind.
  init(unchecked node: Node)
}

extension NodeView {
  /// A view of the node, or nil if it is of another kind.
  @inlinable
  public init?(_ node: Node) {
    guard node.kind == Self.kind else { return nil }
    self.init(unchecked: node)
  }

  /// The bytes the node covers.
  @inlinable
  public var range: Range<UInt32> { node.range }
}

extension Node {
  /// The node read as one of the typed views, or nil if it is of another kind.
  @inlinable
  public func `as`<View: NodeView>(_ view: View.Type) -> View? { View(self) }
}
