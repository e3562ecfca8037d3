/// `import a.b as c, d`.
@frozen
public struct ImportStatement: NodeView {
  @inlinable
  public static var kind: NodeKind { .importStatement }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var aliases: ViewSequence<ImportAlias> { ViewSequence(node) }
}

/// `from ..a.b import c as d`, `from . import *`.
@frozen
public struct ImportFrom: NodeView {
  @inlinable
  public static var kind: NodeKind { .importFrom }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The number of leading dots.
  @inlinable
  public var level: Int { Int(node.payload) }

  /// The `dottedName` after the dots, if any.
  @inlinable
  public var module: Node? { node.child(.dottedName) }

  /// The names imported; empty for `*`.
  @inlinable
  public var aliases: ViewSequence<ImportAlias> { ViewSequence(node) }

  /// Whether it is `import *`.
  @inlinable
  public var importsAll: Bool { node.child(.importStar) != nil }
}

/// One name of an import: `dottedName [identifier]` after `import`, `identifier [identifier]` after `from`.
@frozen
public struct ImportAlias: NodeView {
  @inlinable
  public static var kind: NodeKind { .importAlias }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// What is imported: a `dottedName`, or an `identifier` after `from ... import`.
  @inlinable
  public var name: Node { node.required(0) }

  /// The `identifier` after `as`.
  @inlinable
  public var alias: Node? { node.child(1) }
}

/// `a.b.c`: one `identifier` per part.
@frozen
public struct DottedName: NodeView {
  @inlinable
  public static var kind: NodeKind { .dottedName }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var parts: Children { node.children }
}
