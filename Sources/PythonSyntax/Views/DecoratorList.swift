/// The decorator expressions of a definition, in source order.
@frozen
public struct DecoratorList: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var decorators: Children

  @inlinable
  init(_ definition: Node) {
    let none = Children(storage: definition.storage, next: 0, end: 0)
    decorators = definition.child(.decorators)?.children ?? none
  }

  @inlinable
  public mutating func next() -> Node? { decorators.next()?.firstChild }

  @inlinable
  public var isEmpty: Bool { decorators.isEmpty }
}
