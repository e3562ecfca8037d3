/// The keys of a mapping pattern and their patterns, in source order.
@frozen
public struct MappingPatternItems: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var children: Children

  @inlinable
  init(children: Children) { self.children = children }

  @inlinable
  public mutating func next() -> (key: Node, pattern: Node)? {
    guard let key = children.next(), key.kind != .mappingRest, let pattern = children.next() else { return nil }
    return (key, pattern)
  }
}

extension MappingPattern {
  /// The keys and their patterns.
  @inlinable
  public var items: MappingPatternItems { MappingPatternItems(children: node.children) }
}
