extension Tree {
  /// Parses the bytes of a Python file. Always returns a tree; what is wrong with the source is in its `errors`.
  ///
  /// The bytes are copied. Takes time linear in their number. A file beyond 4 GiB gives an empty module and an error.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Tree {
    guard bytes.count < Int(UInt32.max) - Parser.padding else { return tooLong() }
    return parse(DecodedSource(bytes))
  }

  /// Parses the bytes of a Python file.
  public static func parse(_ bytes: [UInt8]) -> Tree {
    bytes.withUnsafeBufferPointer { parse($0) }
  }

  /// Parses source that is UTF-8 already, whatever encoding a cookie in it names. See `SourceEncoding.utf8(of:)`.
  public static func parse(utf8 bytes: [UInt8]) -> Tree {
    bytes.withUnsafeBufferPointer { buffer in
      guard buffer.count < Int(UInt32.max) - Parser.padding else { return tooLong() }
      return parse(DecodedSource(buffer, isUTF8: true))
    }
  }

  /// Parses source text.
  public static func parse(_ text: String) -> Tree { parse(utf8: Array(text.utf8)) }

  private static func tooLong() -> Tree {
    var decoded = DecodedSource(UnsafeBufferPointer(start: nil, count: 0))
    decoded.errors.append(ParseError(range: 0..<0, message: "expected a file below 4 gib, found a longer one"))
    return parse(decoded)
  }

  private static func parse(_ decoded: DecodedSource) -> Tree {
    var parser = Parser(source: UnsafePointer(decoded.bytes), count: decoded.count, start: decoded.start)
    parser.errors = decoded.errors
    parser.parseModule()
    return Tree(parser.takeParts(decoded))
  }
}

extension Parser {
  /// Hands over what was built, the nodes in pre-order, and frees the rest.
  mutating func takeParts(_ decoded: DecodedSource) -> ParsedParts {
    let ordered = preOrdered()
    nodes.deallocate()
    indents.deallocate()
    brackets.deallocate()
    return ParsedParts(
      nodes: ordered, nodeCount: nodeCount, source: decoded.bytes, sourceCount: count,
      firstLine: UInt32(decoded.start), encoding: decoded.encoding, errors: errors, comments: comments,
      groups: groups)
  }

  /// Brings the nodes from post-order to pre-order in one backward pass.
  ///
  /// Before a node lie, in pre-order, its ancestors and all that ends before its subtree begins. In post-order the
  /// latter are the nodes before its subtree, and the former are those open when the pass reaches it.
  private func preOrdered() -> UnsafeMutablePointer<RawNode> {
    let ordered = UnsafeMutablePointer<RawNode>.allocate(capacity: max(nodeCount, 1))
    var openCapacity = 256
    var open = UnsafeMutablePointer<Int>.allocate(capacity: openCapacity)
    var depth = 0
    var index = nodeCount - 1
    while index >= 0 {
      while depth > 0 && open[depth &- 1] > index { depth &-= 1 }
      var node = nodes[index]
      let size = Int(node.subtreeEnd)
      let first = index &- size &+ 1
      let target = first &+ depth
      node.subtreeEnd = UInt32(truncatingIfNeeded: target &+ size)
      ordered[target] = node
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
    return ordered
  }
}
