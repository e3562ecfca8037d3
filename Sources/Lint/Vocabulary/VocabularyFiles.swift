extension Vocabulary {
  /// Reads the themes, the ordered pairs, the published blocks and the word lists that `Rules/vocabulary/` holds.
  public init(files: [EmbeddedFile]) throws(YAMLError) {
    var concepts: [Concept] = []
    var orders: [OrderPairs.Pair] = []
    var blocks: [PublishedBlocks.Block] = []
    var lexicons = Lexicons()
    for file in files {
      let node = try YAMLNode.parse(Array(file.text.utf8), path: file.path)
      if try lexicons.read(node, path: file.path) { continue }
      if file.path.hasSuffix("/orders.yml") {
        orders += try StrictDecoder.decode(OrderPairs.self, from: node).pairs
      } else if file.path.hasSuffix("/published.yml") {
        blocks += try StrictDecoder.decode(PublishedBlocks.self, from: node).blocks
      } else {
        concepts += try StrictDecoder.decode(VocabularyTheme.self, from: node).concepts
      }
    }
    self.init(concepts, orders: orders, published: blocks)
    self.lexicons = lexicons
  }
}
