/// The items of a dictionary display, in source order.
@frozen
public struct DictionaryItems: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var children: Children

  @inlinable
  init(children: Children) { self.children = children }

  @inlinable
  public mutating func next() -> (key: Node?, value: Node)? {
    guard let first = children.next() else { return nil }
    if first.kind == .dictionaryUnpack { return (nil, first.required(0)) }
    guard let value = children.next() else { return nil }
    return (first, value)
  }
}

extension DictionaryExpression {
  /// The items, with a nil key for `**value`.
  @inlinable
  public var items: DictionaryItems { DictionaryItems(children: node.children) }
}
