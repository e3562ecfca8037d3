/// The operators of a comparison, each with its right operand.
@frozen
public struct Comparisons: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var children: Children

  @inlinable
  init(children: Children) { self.children = children }

  @inlinable
  public mutating func next() -> (operation: ComparisonOperator, operatorNode: Node, right: Node)? {
    guard let sign = children.next(), let right = children.next() else { return nil }
    return (ComparisonOperator(rawValue: sign.payload) ?? .equal, sign, right)
  }
}

extension Comparison {
  /// The operators, each with its right operand.
  @inlinable
  public var comparisons: Comparisons { Comparisons(children: node.children.dropping(1)) }
}
