/// `(a, b)` or `a, b`; with parentheses they are part of the range.
@frozen
public struct TupleExpression: NodeView {
  @inlinable
  public static var kind: NodeKind { .tuple }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var elements: Children { node.children }
}

/// `[a, b]`.
@frozen
public struct ListExpression: NodeView {
  @inlinable
  public static var kind: NodeKind { .list }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var elements: Children { node.children }
}

/// `{a, b}`.
@frozen
public struct SetExpression: NodeView {
  @inlinable
  public static var kind: NodeKind { .set }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var elements: Children { node.children }
}

/// `{key: value, **other}`: keys and values by turns, a `dictionaryUnpack` for each `**`.
@frozen
public struct DictionaryExpression: NodeView {
  @inlinable
  public static var kind: NodeKind { .dictionary }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The items in source order, the key nil for `**value`.
  @inlinable
  public var items: DictionaryItems { DictionaryItems(children: node.children) }
}

/// `[element for ...]`.
@frozen
public struct ListComprehension: NodeView {
  @inlinable
  public static var kind: NodeKind { .listComprehension }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var element: Node { node.required(0) }

  @inlinable
  public var clauses: ViewSequence<ComprehensionClause> { ViewSequence(node) }
}

/// `{element for ...}`.
@frozen
public struct SetComprehension: NodeView {
  @inlinable
  public static var kind: NodeKind { .setComprehension }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var element: Node { node.required(0) }

  @inlinable
  public var clauses: ViewSequence<ComprehensionClause> { ViewSequence(node) }
}

/// `(element for ...)`; as sole argument of a call its range is that of the call's parentheses.
@frozen
public struct GeneratorExpression: NodeView {
  @inlinable
  public static var kind: NodeKind { .generatorExpression }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var element: Node { node.required(0) }

  @inlinable
  public var clauses: ViewSequence<ComprehensionClause> { ViewSequence(node) }
}

/// `{key: value for ...}`.
@frozen
public struct DictionaryComprehension: NodeView {
  @inlinable
  public static var kind: NodeKind { .dictionaryComprehension }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var key: Node { node.required(0) }

  @inlinable
  public var value: Node { node.required(1) }

  @inlinable
  public var clauses: ViewSequence<ComprehensionClause> { ViewSequence(node) }
}

/// `[async] for target in iterable if condition if condition`.
@frozen
public struct ComprehensionClause: NodeView {
  @inlinable
  public static var kind: NodeKind { .comprehensionClause }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var isAsync: Bool { node.flags.contains(.isAsync) }

  @inlinable
  public var target: Node { node.required(0) }

  @inlinable
  public var iterable: Node { node.required(1) }

  @inlinable
  public var conditions: Children { node.children.dropping(2) }
}

/// The items of a dictionary display.
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
