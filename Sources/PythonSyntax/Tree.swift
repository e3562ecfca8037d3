/// What the nodes of a tree point to. Public only so that accessors can be inlined into other modules.
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

/// The syntax of one Python file: its source, its nodes in pre-order, its comments and its errors.
///
/// A tree never changes, so threads may share it. Offsets are bytes into `source`, which is UTF-8 whatever the file's
/// encoding was.
public final class Tree: @unchecked Sendable {
  @usableFromInline let storage: UnsafeMutablePointer<TreeStorage>
  /// What is wrong with the source, in the order found; empty exactly when `ast.parse` of a new Python accepts it.
  public let errors: [ParseError]
  /// The byte ranges of all comments in source order, each from its `#` to before its line end.
  public let comments: [Range<UInt32>]
  /// The encoding the bytes were in.
  public let encoding: SourceEncoding
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
    encoding = parts.encoding
    lines = LineTable(parts.source, count: parts.sourceCount, firstLine: parts.firstLine)
  }

  deinit {
    storage.pointee.nodes.deallocate()
    storage.pointee.source.deallocate()
    storage.deinitialize(count: 1)
    storage.deallocate()
  }

  /// The module node. See `Node` for how long it may be used; `withRoot(_:)` takes care of that.
  @inlinable
  public var root: Node { Node(storage: UnsafePointer(storage), index: 0) }

  /// Calls `body` with the module node and keeps the tree alive meanwhile.
  @inlinable
  public func withRoot<Result, Failure: Error>(_ body: (Node) throws(Failure) -> Result) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(root)
  }

  @inlinable
  public var nodeCount: Int { storage.pointee.nodeCount }

  /// The source as UTF-8, not copied, valid while the tree lives. A byte order mark is kept as its first three bytes.
  @inlinable
  public var source: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage.pointee.source, count: storage.pointee.sourceCount)
  }

  /// The source text of a byte range, cut down to the source if it reaches beyond.
  public func text(of range: Range<UInt32>) -> String {
    let bounds = Int(range.lowerBound)..<Int(range.upperBound)
    return String(decoding: source[bounds.clamped(to: 0..<source.count)], as: UTF8.self)
  }

  /// The node at a pre-order index below `nodeCount`.
  @inlinable
  public func node(at index: UInt32) -> Node { Node(storage: UnsafePointer(storage), index: index) }
}

/// What the parser hands to a tree, which takes over both buffers.
struct ParsedParts {
  var nodes: UnsafeMutablePointer<RawNode>
  var nodeCount: Int
  var source: UnsafeMutablePointer<UInt8>
  var sourceCount: Int
  var firstLine: UInt32
  var encoding: SourceEncoding
  var errors: [ParseError]
  var comments: [Range<UInt32>]
  var groups: [Range<UInt32>]
}
