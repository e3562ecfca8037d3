/// How deep the nodes of a tree lie below its root: what a recursive walk needs to know before it starts.
public struct TreeDepth: Sendable {
  /// The ancestors of the deepest node.
  public var maximum = 0
  /// The ancestors of all nodes together.
  public var total = 0
  /// The index of a deepest node.
  public var deepest: UInt32 = 0
}
