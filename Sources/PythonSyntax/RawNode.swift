/// One node as it lies in memory: 16 bytes, no references.
///
/// Nodes lie in pre-order, so a node's first child follows it and its subtree is the slice up to `subtreeEnd`.
@frozen
public struct RawNode: Sendable {
  /// Byte offset of the first byte.
  public var start: UInt32
  /// Byte offset after the last byte.
  public var end: UInt32
  /// Index after the last node of the subtree. While the parser builds, in post-order, the size of the subtree.
  public var subtreeEnd: UInt32
  public var kind: NodeKind
  public var flags: NodeFlags
  /// A small value whose meaning the kind decides: an operator, a parameter kind, an import level, a conversion.
  public var payload: UInt16

  @inlinable
  @inline(__always)
  init(start: UInt32, end: UInt32, subtreeEnd: UInt32, kind: NodeKind, flags: NodeFlags, payload: UInt16) {
    self.start = start
    self.end = end
    self.subtreeEnd = subtreeEnd
    self.kind = kind
    self.flags = flags
    self.payload = payload
  }
}

/// Yes-or-no facts of a node. Which ones a kind uses is told by its view.
@frozen
public struct NodeFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  @inlinable
  @inline(__always)
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The expression or pattern stands in parentheses of its own; for a tuple, the parentheses are part of its range.
  public static let parenthesized = NodeFlags(rawValue: 1)
  /// A name, attribute, subscript, starred, list or tuple that is assigned to.
  public static let store = NodeFlags(rawValue: 2)
  /// The same kinds, where they are deleted.
  public static let delete = NodeFlags(rawValue: 4)
  /// `async def`, `async for`, `async with`, and the `async for` clause of a comprehension.
  public static let isAsync = NodeFlags(rawValue: 8)
  /// `except*`.
  public static let isStar = NodeFlags(rawValue: 8)
  /// The first optional child is there: a slice's lower bound, a parameter's annotation, a type parameter's bound.
  public static let first = NodeFlags(rawValue: 16)
  /// The second optional child is there: a slice's upper bound, a parameter's or type parameter's default.
  public static let second = NodeFlags(rawValue: 32)
  /// The third optional child is there: a slice's step.
  public static let third = NodeFlags(rawValue: 64)
  /// A piece of string that contains a backslash escape, so that its value differs from its text.
  public static let escaped = NodeFlags(rawValue: 128)
}
