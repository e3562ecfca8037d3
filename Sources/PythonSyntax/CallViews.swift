/// `function(arguments)`: `function arguments`.
@frozen
public struct Call: NodeView {
  @inlinable
  public static var kind: NodeKind { .call }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var function: Node { node.required(0) }

  @inlinable
  public var argumentList: Arguments { Arguments(unchecked: node.required(1)) }

  /// The positional arguments, `starred` ones included.
  @inlinable
  public var arguments: PositionalArguments { argumentList.positional }

  /// The `keywordArgument` children.
  @inlinable
  public var keywords: ViewSequence<KeywordArgument> { argumentList.keywords }
}

/// What stands in the parentheses of a call or class: expressions, `keywordArgument`, `keywordUnpack`, in source order.
@frozen
public struct Arguments: NodeView {
  @inlinable
  public static var kind: NodeKind { .arguments }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// Everything, in source order.
  @inlinable
  public var all: Children { node.children }

  /// The positional arguments, `starred` ones included.
  @inlinable
  public var positional: PositionalArguments { PositionalArguments(children: node.children) }

  @inlinable
  public var keywords: ViewSequence<KeywordArgument> { ViewSequence(node) }

  /// The `**value` arguments.
  @inlinable
  public var unpacked: ViewSequence<KeywordUnpack> { ViewSequence(node) }
}

/// `name=value` in a call.
@frozen
public struct KeywordArgument: NodeView {
  @inlinable
  public static var kind: NodeKind { .keywordArgument }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The name, an `identifier`.
  @inlinable
  public var name: Node { node.required(0) }

  @inlinable
  public var value: Node { node.required(1) }
}

/// `**value` in a call.
@frozen
public struct KeywordUnpack: NodeView {
  @inlinable
  public static var kind: NodeKind { .keywordUnpack }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: Node { node.required(0) }
}

extension Call {
  /// The value of the keyword argument of this name, or nil; takes one step per argument.
  @inlinable
  public func keyword(_ name: StaticString) -> Node? {
    for keyword in keywords where keyword.name.textEquals(name) { return keyword.value }
    return nil
  }
}

/// The positional arguments of a call.
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

  @inlinable
  public var count: Int {
    var total = 0
    for _ in self { total += 1 }
    return total
  }
}
