/// The positional arguments of a call or class, including starred ones, in source order.
@frozen
public struct PositionalArguments: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var children: Children

  @inlinable
  init(children: Children) { self.children = children }

  @inlinable
  public mutating func next() -> Node? {
    while let child = children.next() {
      if child.kind != .keywordArgument && child.kind != .keywordUnpack { return child }
    }
    return nil
  }

  /// The number of positional arguments; takes one step per argument.
  @inlinable
  public var count: Int {
    var total = 0
    for _ in self { total += 1 }
    return total
  }
}

extension Arguments {
  /// The positional arguments, including starred ones.
  @inlinable
  public var positional: PositionalArguments { PositionalArguments(children: node.children) }
}
