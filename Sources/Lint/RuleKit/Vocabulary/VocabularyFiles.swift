import LintSerialization
import LintSourceText

extension Vocabulary {
  /// Reads the themes, the ordered pairs, the published blocks and the word lists that `Rules/vocabulary/` holds.
  package init(files: [EmbeddedFile]) throws(YAMLError) {
    var concepts: [Concept] = []
    var orders: [OrderPairs.Pair] = []
    var blocks: [PublishedBlocks.Block] = []
    var lexicons = Lexicons()
    let read = WorkQueue.map(files, order: Array(files.indices), jobs: WorkQueue.processors) { file in
      Result { () throws(YAMLError) in try YAMLNode.parse(Array(file.text.utf8), path: file.path) }
    }
    for (file, node) in zip(files, read) {
      let node = try node.get()
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
