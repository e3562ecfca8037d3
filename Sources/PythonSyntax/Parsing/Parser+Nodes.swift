// Emitting nodes.

extension Parser {
  @inline(__always)
  mutating func emit(
    _ kind: NodeKind, _ start: Int, _ end: Int, _ mark: Int, flags: NodeFlags = NodeFlags(rawValue: 0),
    payload: UInt16 = 0
  ) {
    if nodeCount == nodeCapacity { growNodes() }
    nodes[nodeCount] = RawNode(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
      subtreeEnd: UInt32(truncatingIfNeeded: nodeCount &- mark &+ 1), kind: kind, flags: flags, payload: payload)
    nodeCount &+= 1
  }

  /// Emits a node from `start` to the end of the token before the current one.
  @inline(__always)
  mutating func finish(
    _ kind: NodeKind, _ start: Int, _ mark: Int, flags: NodeFlags = NodeFlags(rawValue: 0), payload: UInt16 = 0
  ) {
    emit(kind, start, previousEnd, mark, flags: flags, payload: payload)
  }

  /// Emits the current token as a leaf and advances.
  @inline(__always)
  mutating func takeLeaf(_ kind: NodeKind, payload: UInt16 = 0) {
    emit(kind, tokenStart, position, nodeCount, payload: payload)
    advance()
  }

  @inline(never)
  private mutating func growNodes() {
    let capacity = nodeCapacity * 2
    let grown = UnsafeMutablePointer<RawNode>.allocate(capacity: capacity)
    grown.update(from: nodes, count: nodeCount)
    nodes.deallocate()
    nodes = grown
    nodeCapacity = capacity
  }
}
