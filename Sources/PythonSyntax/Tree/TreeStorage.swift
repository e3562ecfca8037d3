/// The storage that the nodes of a tree point to. Public only so that other modules can inline accessors.
@frozen
public struct TreeStorage {
  @usableFromInline let nodes: UnsafeMutablePointer<RawNode>
  @usableFromInline let nodeCount: Int
  @usableFromInline let source: UnsafeMutablePointer<UInt8>
  @usableFromInline let sourceCount: Int

  @inlinable
  init(
    nodes: UnsafeMutablePointer<RawNode>, nodeCount: Int, source: UnsafeMutablePointer<UInt8>, sourceCount: Int
  ) {
    self.nodes = nodes
    self.nodeCount = nodeCount
    self.source = source
    self.sourceCount = sourceCount
  }
}
