/// A node in memory: 16 bytes, no references.
///
/// Nodes are in pre-order, so that the first child of a node follows it and its subtree is a slice up to `subtreeEnd`.
@frozen
public struct RawNode: Sendable {
  /// The offset of the first byte.
  public var start: UInt32
  /// The offset after the last byte.
  public var end: UInt32
  /// The index after the last node of the subtree. During parsing, in post-order, the size of the subtree.
  public var subtreeEnd: UInt32
  public var kind: NodeKind
  public var flags: NodeFlags
  /// A value whose meaning depends on the kind: an operator, a parameter kind, an import level, or a conversion.
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
