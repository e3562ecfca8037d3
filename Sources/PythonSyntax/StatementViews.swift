/// `return [value]`.
@frozen
public struct ReturnStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .returnStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: Node? { node.firstChild }
}

/// `del targets`.
@frozen
public struct DeleteStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .deleteStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var targets: Children { node.children }
}

/// `target = target = value`: one or more targets, then the value.
@frozen
public struct Assign: NodeView {
  @inlinable
  public static var kind: NodeKind { .assign }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var value: Node { node.lastChild ?? node }

  /// All but the last child.
  @inlinable
  public var targets: Children { Children(storage: node.storage, next: node.index + 1, end: value.index) }
}

/// `target += value`.
@frozen
public struct AugmentedAssign: NodeView {
  @inlinable
  public static var kind: NodeKind { .augmentedAssign }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var target: Node { node.required(0) }

  @inlinable
  public var operation: BinaryOperator { BinaryOperator(rawValue: node.payload) ?? .add }

  @inlinable
  public var value: Node { node.required(1) }
}

/// `target: annotation [= value]`.
@frozen
public struct AnnotatedAssign: NodeView {
  @inlinable
  public static var kind: NodeKind { .annotatedAssign }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var target: Node { node.required(0) }

  @inlinable
  public var annotation: Node { node.required(1) }

  @inlinable
  public var value: Node? { node.child(2) }

  /// Whether the target is a bare name, not in parentheses.
  @inlinable
  public var isSimple: Bool { target.kind == .name && !target.isParenthesized }
}

/// `type name[typeParameters] = value`.
@frozen
public struct TypeAlias: NodeView {
  @inlinable
  public static var kind: NodeKind { .typeAlias }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var name: Node { node.required(0) }

  @inlinable
  public var typeParameters: TypeParameters? { node.child(.typeParameters).flatMap(TypeParameters.init) }

  @inlinable
  public var value: Node { node.lastChild ?? node }
}

/// `[async] for target in iterable: body [else: elseBody]`.
@frozen
public struct ForStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .forStatement }

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
  public var body: Block { Block(unchecked: node.required(.block)) }

  /// The block after `else:`.
  @inlinable
  public var elseBody: Block? { node.clauseBody(.elseClause) }
}

/// `while test: body [else: elseBody]`.
@frozen
public struct WhileStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .whileStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var test: Node { node.required(0) }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }

  /// The block after `else:`.
  @inlinable
  public var elseBody: Block? { node.clauseBody(.elseClause) }
}

/// `if test: body`, then `elifClause` children, then perhaps an `elseClause`, all on one level.
@frozen
public struct IfStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .ifStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var test: Node { node.required(0) }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }

  @inlinable
  public var elifClauses: ViewSequence<ElifClause> { ViewSequence(node) }

  /// The block after `else:`.
  @inlinable
  public var elseBody: Block? { node.clauseBody(.elseClause) }
}

/// `elif test: body`.
@frozen
public struct ElifClause: NodeView {
  @inlinable
  public static var kind: NodeKind { .elifClause }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var test: Node { node.required(0) }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }
}

/// `else: body` of any statement.
@frozen
public struct ElseClause: NodeView {
  @inlinable
  public static var kind: NodeKind { .elseClause }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }
}

/// `finally: body`.
@frozen
public struct FinallyClause: NodeView {
  @inlinable
  public static var kind: NodeKind { .finallyClause }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }
}

/// `[async] with items: body`.
@frozen
public struct WithStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .withStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var isAsync: Bool { node.flags.contains(.isAsync) }

  @inlinable
  public var items: ViewSequence<WithItem> { ViewSequence(node) }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }
}

/// `context [as target]`.
@frozen
public struct WithItem: NodeView {
  @inlinable
  public static var kind: NodeKind { .withItem }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var context: Node { node.required(0) }

  @inlinable
  public var target: Node? { node.child(1) }
}

/// `raise [exception [from cause]]`.
@frozen
public struct RaiseStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .raiseStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var exception: Node? { node.child(0) }

  @inlinable
  public var cause: Node? { node.child(1) }
}

/// `try: body`, `exceptHandler` children, perhaps `elseClause` and `finallyClause`.
@frozen
public struct TryStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .tryStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }

  @inlinable
  public var handlers: ViewSequence<ExceptHandler> { ViewSequence(node) }

  /// The block after `else:`.
  @inlinable
  public var elseBody: Block? { node.clauseBody(.elseClause) }

  /// The block after `finally:`.
  @inlinable
  public var finallyBody: Block? { node.clauseBody(.finallyClause) }
}

/// `except[*] [type [as name]]: body`.
@frozen
public struct ExceptHandler: NodeView {
  @inlinable
  public static var kind: NodeKind { .exceptHandler }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// Whether it is `except*`.
  @inlinable
  public var isStar: Bool { node.flags.contains(.isStar) }

  @inlinable
  public var type: Node? { node.children.first { $0.kind.isExpression } }

  /// The name, an `identifier`.
  @inlinable
  public var name: Node? { node.child(.identifier) }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }
}

/// `assert test [, message]`.
@frozen
public struct AssertStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .assertStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var test: Node { node.required(0) }

  @inlinable
  public var message: Node? { node.child(1) }
}

/// An expression that stands as a statement.
@frozen
public struct ExpressionStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .expressionStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var expression: Node { node.required(0) }
}

/// `global names`.
@frozen
public struct GlobalStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .globalStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The names, `identifier`s.
  @inlinable
  public var names: Children { node.children }
}

/// `nonlocal names`.
@frozen
public struct NonlocalStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .nonlocalStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The names, `identifier`s.
  @inlinable
  public var names: Children { node.children }
}

extension Node {
  @inlinable
  func clauseBody(_ kind: NodeKind) -> Block? {
    child(kind)?.child(.block).flatMap(Block.init)
  }
}
