/// A whole file.
@frozen
public struct Module: NodeView {
  @inlinable
  public static var kind: NodeKind { .module }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var body: Children { node.children }
}

/// The statements of a compound statement, from the first to the last.
@frozen
public struct Block: NodeView {
  @inlinable
  public static var kind: NodeKind { .block }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var body: Children { node.children }
}

/// `def` and `async def`: `[decorators] identifier [typeParameters] parameters [returns] block`.
@frozen
public struct FunctionDefinition: NodeView {
  @inlinable
  public static var kind: NodeKind { .functionDefinition }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var isAsync: Bool { node.flags.contains(.isAsync) }

  /// The name, an `identifier`.
  @inlinable
  public var name: Node { node.required(.identifier) }

  /// The decorator expressions, without their `@`.
  @inlinable
  public var decorators: DecoratorList { DecoratorList(node) }

  @inlinable
  public var typeParameters: TypeParameters? { node.child(.typeParameters).flatMap(TypeParameters.init) }

  @inlinable
  public var parameters: Parameters { Parameters(unchecked: node.required(.parameters)) }

  /// The annotation after `->`.
  @inlinable
  public var returns: Node? { node.children.first { $0.kind.isExpression } }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }

  /// The range without decorators, from `def`, `async` or `class`, as CPython gives it.
  @inlinable
  public var definitionRange: Range<UInt32> { node.definitionRange }
}

/// `class`: `[decorators] identifier [typeParameters] [arguments] block`.
@frozen
public struct ClassDefinition: NodeView {
  @inlinable
  public static var kind: NodeKind { .classDefinition }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The name, an `identifier`.
  @inlinable
  public var name: Node { node.required(.identifier) }

  /// The decorator expressions, without their `@`.
  @inlinable
  public var decorators: DecoratorList { DecoratorList(node) }

  @inlinable
  public var typeParameters: TypeParameters? { node.child(.typeParameters).flatMap(TypeParameters.init) }

  /// Bases and keywords; nil without parentheses.
  @inlinable
  public var arguments: Arguments? { node.child(.arguments).flatMap(Arguments.init) }

  @inlinable
  public var body: Block { Block(unchecked: node.required(.block)) }

  /// The range without decorators, from `def`, `async` or `class`, as CPython gives it.
  @inlinable
  public var definitionRange: Range<UInt32> { node.definitionRange }
}

/// The parameters of a function or lambda, in source order; the node spans the parentheses.
@frozen
public struct Parameters: NodeView {
  @inlinable
  public static var kind: NodeKind { .parameters }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var all: ViewSequence<Parameter> { ViewSequence(node) }
}

/// One parameter: `identifier [annotation] [default]`, with its stars, without its comma.
@frozen
public struct Parameter: NodeView {
  @inlinable
  public static var kind: NodeKind { .parameter }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var parameterKind: ParameterKind { ParameterKind(rawValue: node.payload) ?? .positionalOrKeyword }

  /// The name, an `identifier`.
  @inlinable
  public var name: Node { node.required(0) }

  @inlinable
  public var annotation: Node? { node.flags.contains(.first) ? node.child(1) : nil }

  @inlinable
  public var defaultValue: Node? { node.flags.contains(.second) ? node.lastChild : nil }
}

/// The type parameters in brackets of a function, class or type alias.
@frozen
public struct TypeParameters: NodeView {
  @inlinable
  public static var kind: NodeKind { .typeParameters }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var all: ViewSequence<TypeParameter> { ViewSequence(node) }
}

/// One type parameter: `identifier [bound] [default]`.
@frozen
public struct TypeParameter: NodeView {
  @inlinable
  public static var kind: NodeKind { .typeParameter }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var parameterKind: TypeParameterKind { TypeParameterKind(rawValue: node.payload) ?? .typeVariable }

  /// The name, an `identifier`.
  @inlinable
  public var name: Node { node.required(0) }

  @inlinable
  public var bound: Node? { node.flags.contains(.first) ? node.child(1) : nil }

  @inlinable
  public var defaultValue: Node? { node.flags.contains(.second) ? node.lastChild : nil }
}

extension Node {
  /// The range of a definition without its decorators.
  @inlinable
  var definitionRange: Range<UInt32> {
    guard let decorators = firstChild, decorators.kind == .decorators else { return range }
    return decorators.end..<end
  }
}

/// The decorator expressions of a definition.
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

/// The children of a node that one view reads.
@frozen
public struct ViewSequence<View: NodeView>: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var children: Children

  @inlinable
  init(_ parent: Node) { children = parent.children }

  @inlinable
  init(_ children: Children) { self.children = children }

  @inlinable
  public mutating func next() -> View? {
    while let child = children.next() {
      if let view = View(child) { return view }
    }
    return nil
  }

  @inlinable
  public var isEmpty: Bool {
    var rest = self
    return rest.next() == nil
  }
}
