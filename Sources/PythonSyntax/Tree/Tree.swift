/// The syntax tree of a Python file, with its source, comments and errors.
///
/// A tree is immutable, so threads can share it. Offsets count bytes in ``source``, which is UTF-8, whatever the
/// encoding of the file.
public final class Tree: @unchecked Sendable {
  @usableFromInline let storage: UnsafeMutablePointer<TreeStorage>
  /// The syntax errors, in the order found; empty if and only if `ast.parse` of a current Python accepts the source.
  public let errors: [ParseError]
  /// The byte ranges of all comments in source order, each from its `#` to the line end, which is not included.
  public let comments: [Range<UInt32>]
  /// The encoding of the file.
  public let encoding: SourceEncoding
  /// How deep its nodes lie. Chains such as `a + b + c` nest without brackets, one level for each operator.
  public let depth: TreeDepth
  let groups: [Range<UInt32>]
  let lines: LineTable

  init(_ parts: consuming ParsedParts) {
    storage = .allocate(capacity: 1)
    storage.initialize(
      to: TreeStorage(
        nodes: parts.nodes, nodeCount: parts.nodeCount, source: parts.source, sourceCount: parts.sourceCount))
    errors = parts.errors
    comments = parts.comments
    groups = parts.groups
    depth = parts.depth
    encoding = parts.encoding
    lines = LineTable(parts.source, count: parts.sourceCount, firstLine: parts.firstLine)
  }

  deinit {
    storage.pointee.nodes.deallocate()
    storage.pointee.source.deallocate()
    storage.deinitialize(count: 1)
    storage.deallocate()
  }

  /// The module node, valid as long as the tree exists. ``withRoot(_:)`` makes sure of that.
  @inlinable
  public var root: Node { Node(storage: UnsafePointer(storage), index: 0) }

  /// Calls `body` with the module node and keeps the tree alive until it returns.
  @inlinable
  public func withRoot<Result, Failure: Error>(_ body: (Node) throws(Failure) -> Result) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(root)
  }

  @inlinable
  public var nodeCount: Int { storage.pointee.nodeCount }

  /// The source as UTF-8, not copied and valid as long as the tree exists. It includes a byte order mark.
  @inlinable
  public var source: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage.pointee.source, count: storage.pointee.sourceCount)
  }

  /// The source text of a byte range, clamped to the source.
  public func text(of range: Range<UInt32>) -> String {
    let bounds = Int(range.lowerBound)..<Int(range.upperBound)
    return String(decoding: source[bounds.clamped(to: 0..<source.count)], as: UTF8.self)
  }

  /// The node at a pre-order index below `nodeCount`.
  @inlinable
  public func node(at index: UInt32) -> Node { Node(storage: UnsafePointer(storage), index: index) }
}
