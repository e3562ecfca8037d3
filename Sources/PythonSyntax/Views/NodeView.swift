/// A typed view of a node, without any cost, and valid as long as the node.
public protocol NodeView: Sendable {
  /// The kind of the nodes that this view reads.
  static var kind: NodeKind { get }

  var node: Node { get }

  /// A view of a node that is known to be of the view's kind.
  init(unchecked node: Node)
}

extension NodeView {
  /// A view of the node, or nil if it is of another kind.
  @inlinable
  public init?(_ node: Node) {
    guard node.kind == Self.kind else { return nil }
    self.init(unchecked: node)
  }

  /// The range of the node in bytes.
  @inlinable
  public var range: Range<UInt32> { node.range }
}

extension Node {
  /// A typed view of the node, or nil if it is of another kind.
  @inlinable
  public func `as`<View: NodeView>(_ view: View.Type) -> View? { View(self) }
}
