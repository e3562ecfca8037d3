/// The children of a node that one view reads, in source order.
@frozen
public struct ViewSequence<View: NodeView>: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var children: Children

  @inlinable
  init(_ parent: Node) { children = parent.children }

  @inlinable
  public mutating func next() -> View? {
    while let child = children.next() {
      if let view = View(child) { return view }
    }
    return nil
  }

  @inlinable
  public var isEmpty: Bool {
    var rest = self
    return rest.next() == nil
  }
}
