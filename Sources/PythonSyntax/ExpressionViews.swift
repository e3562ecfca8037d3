/// A variable. `node.textEquals("x")` compares it.
@frozen
public struct Name: NodeView {
  @inlinable
  public static var kind: NodeKind { .name }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }
}

/// `value.attribute`.
@frozen
public struct Attribute: NodeView {
  @inlinable
  public static var kind: NodeKind { .attribute }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: Node { node.required(0) }

  /// The name after the dot, an `identifier`.
  @inlinable
  public var attribute: Node { node.required(1) }
}

/// `value[index]`; several indices make a `tuple` without parentheses.
@frozen
public struct Subscript: NodeView {
  @inlinable
  public static var kind: NodeKind { .subscript }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: Node { node.required(0) }

  @inlinable
  public var index: Node { node.required(1) }
}

/// `lower:upper:step` in a subscript.
@frozen
public struct SliceExpression: NodeView {
  @inlinable
  public static var kind: NodeKind { .slice }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var lower: Node? { node.flags.contains(.first) ? node.child(0) : nil }

  @inlinable
  public var upper: Node? { node.flags.contains(.second) ? node.child(node.flags.contains(.first) ? 1 : 0) : nil }

  @inlinable
  public var step: Node? { node.flags.contains(.third) ? node.lastChild : nil }
}

/// `*value`.
@frozen
public struct Starred: NodeView {
  @inlinable
  public static var kind: NodeKind { .starred }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: Node { node.required(0) }
}

/// `left + right`; a long sum is a chain that leans to the left.
@frozen
public struct BinaryOperation: NodeView {
  @inlinable
  public static var kind: NodeKind { .binaryOperation }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var left: Node { node.required(0) }

  @inlinable
  public var operation: BinaryOperator { BinaryOperator(rawValue: node.payload) ?? .add }

  @inlinable
  public var right: Node { node.required(1) }
}

/// `-operand`, `not operand`.
@frozen
public struct UnaryOperation: NodeView {
  @inlinable
  public static var kind: NodeKind { .unaryOperation }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var operation: UnaryOperator { UnaryOperator(rawValue: node.payload) ?? .not }

  @inlinable
  public var operand: Node { node.required(0) }
}

/// `a and b and c`: all operands of one operator on one level.
@frozen
public struct BooleanOperation: NodeView {
  @inlinable
  public static var kind: NodeKind { .booleanOperation }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var operation: BooleanOperator { BooleanOperator(rawValue: node.payload) ?? .and }

  @inlinable
  public var operands: Children { node.children }
}

/// `a < b <= c`: operands with a `comparisonOperator` leaf between each two.
@frozen
public struct Comparison: NodeView {
  @inlinable
  public static var kind: NodeKind { .comparison }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var left: Node { node.required(0) }

  /// The operators with the operand right of each.
  @inlinable
  public var comparisons: Comparisons { Comparisons(children: node.children.dropping(1)) }
}

/// `await value`.
@frozen
public struct AwaitExpression: NodeView {
  @inlinable
  public static var kind: NodeKind { .awaitExpression }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: Node { node.required(0) }
}

/// `yield [value]`.
@frozen
public struct YieldExpression: NodeView {
  @inlinable
  public static var kind: NodeKind { .yieldExpression }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: Node? { node.firstChild }
}

/// `yield from value`.
@frozen
public struct YieldFrom: NodeView {
  @inlinable
  public static var kind: NodeKind { .yieldFrom }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: Node { node.required(0) }
}

/// `lambda parameters: body`; `parameters` is there even if empty.
@frozen
public struct Lambda: NodeView {
  @inlinable
  public static var kind: NodeKind { .lambda }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var parameters: Parameters { Parameters(unchecked: node.required(.parameters)) }

  @inlinable
  public var body: Node { node.required(1) }
}

/// `name := value`.
@frozen
public struct NamedExpression: NodeView {
  @inlinable
  public static var kind: NodeKind { .namedExpression }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var target: Node { node.required(0) }

  @inlinable
  public var value: Node { node.required(1) }
}

/// `body if test else orElse`; the children lie in source order.
@frozen
public struct IfExpression: NodeView {
  @inlinable
  public static var kind: NodeKind { .ifExpression }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var body: Node { node.required(0) }

  @inlinable
  public var test: Node { node.required(1) }

  @inlinable
  public var orElse: Node { node.required(2) }
}

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
