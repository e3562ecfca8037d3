/// The result of a parse, whose buffers the tree then owns.
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
  var depth: TreeDepth
}
