extension Parser {
  /// The result of the parse, with nodes in pre-order. Frees everything else.
  mutating func takeParts(_ decoded: DecodedSource) -> ParsedParts {
    let (ordered, depth) = preOrdered()
    nodes.deallocate()
    indents.deallocate()
    brackets.deallocate()
    return ParsedParts(
      nodes: ordered, nodeCount: nodeCount, source: decoded.bytes, sourceCount: count,
      firstLine: UInt32(decoded.start), encoding: decoded.encoding, errors: errors, comments: comments,
      groups: groups, depth: depth)
  }

  /// The nodes in pre-order, made from post-order in one backward pass.
  ///
  /// In pre-order, a node comes after its ancestors and after all nodes that end before its subtree begins. The latter
  /// also come before its subtree in post-order; the former are those whose subtree the pass is in.
  private func preOrdered() -> (nodes: UnsafeMutablePointer<RawNode>, depth: TreeDepth) {
    let ordered = UnsafeMutablePointer<RawNode>.allocate(capacity: max(nodeCount, 1))
    var openCapacity = 256
    var open = UnsafeMutablePointer<Int>.allocate(capacity: openCapacity)
    var depth = 0
    var reached = TreeDepth()
    var index = nodeCount - 1
    while index >= 0 {
      while depth > 0 && open[depth &- 1] > index { depth &-= 1 }
      var node = nodes[index]
      let size = Int(node.subtreeEnd)
      let first = index &- size &+ 1
      let target = first &+ depth
      node.subtreeEnd = UInt32(truncatingIfNeeded: target &+ size)
      ordered[target] = node
      reached.total &+= depth
      if depth > reached.maximum { reached = TreeDepth(maximum: depth, total: reached.total, deepest: UInt32(target)) }
      if size > 1 {
        if depth == openCapacity {
          let grown = UnsafeMutablePointer<Int>.allocate(capacity: openCapacity * 2)
          grown.update(from: open, count: depth)
          open.deallocate()
          open = grown
          openCapacity *= 2
        }
        open[depth] = first
        depth &+= 1
      }
      index &-= 1
    }
    open.deallocate()
    return (ordered, reached)
  }
}
