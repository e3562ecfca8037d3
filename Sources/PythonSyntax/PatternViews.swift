/// `match subject:` with `matchCase` children.
@frozen
public struct MatchStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .matchStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var subject: Node { node.required(0) }

  @inlinable
  public var cases: ViewSequence<MatchCase> { ViewSequence(node) }
}

/// `case pattern [if guard]: body`: `pattern [guard] block`.
@frozen
public struct MatchCase: NodeView {
  @inlinable
  public static var kind: NodeKind { .matchCase }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var pattern: Node { node.required(0) }

  /// The condition after `if`.
  @inlinable
  public var guardExpression: Node? { node.children.dropping(1).first.flatMap { $0.kind == .block ? nil : $0 } }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }
}

/// A literal or dotted name to compare with.
@frozen
public struct ValuePattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .valuePattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: Node { node.required(0) }
}

/// `None`, `True` or `False`.
@frozen
public struct SingletonPattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .singletonPattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: SingletonPatternValue { SingletonPatternValue(rawValue: node.payload) ?? .none }
}

/// `[a, *b]`, `(a, b)` or `a, b`.
@frozen
public struct SequencePattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .sequencePattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var patterns: Children { node.children }
}

/// `{key: pattern, **rest}`: keys and patterns by turns, then perhaps a `mappingRest`.
@frozen
public struct MappingPattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .mappingPattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// Keys with their patterns.
  @inlinable
  public var items: MappingPatternItems { MappingPatternItems(children: node.children) }

  /// The `identifier` after `**`.
  @inlinable
  public var rest: Node? { node.child(.mappingRest)?.firstChild }
}

/// `**name` in a mapping pattern.
@frozen
public struct MappingRest: NodeView {
  @inlinable
  public static var kind: NodeKind { .mappingRest }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The name, an `identifier`.
  @inlinable
  public var name: Node { node.required(0) }
}

/// `Class(pattern, name=pattern)`: the class, patterns, then `keywordPattern`s.
@frozen
public struct ClassPattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .classPattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var cls: Node { node.required(0) }

  /// All but the class.
  @inlinable
  public var arguments: Children { node.children.dropping(1) }
}

/// `name=pattern` in a class pattern.
@frozen
public struct KeywordPattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .keywordPattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The name, an `identifier`.
  @inlinable
  public var name: Node { node.required(0) }

  @inlinable
  public var pattern: Node { node.required(1) }
}

/// `*name`, or `*_` without a child.
@frozen
public struct StarPattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .starPattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The name, an `identifier`; nil for `*_`.
  @inlinable
  public var name: Node? { node.firstChild }
}

/// `pattern as name`.
@frozen
public struct AsPattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .asPattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var pattern: Node { node.required(0) }

  /// The name, an `identifier`.
  @inlinable
  public var name: Node { node.required(1) }
}

/// A bare name that takes the value.
@frozen
public struct CapturePattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .capturePattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The name, an `identifier`.
  @inlinable
  public var name: Node { node.required(0) }
}

/// `_`.
@frozen
public struct WildcardPattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .wildcardPattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }
}

/// `a | b`.
@frozen
public struct OrPattern: NodeView {
  @inlinable
  public static var kind: NodeKind { .orPattern }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var alternatives: Children { node.children }
}

/// The keys of a mapping pattern with their patterns.
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
