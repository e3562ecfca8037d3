extension Vocabulary {
  /// Reads the themes and the ordered pairs that `Rules/vocabulary/` holds.
  public init(files: [EmbeddedFile]) throws(YAMLError) {
    var concepts: [Concept] = []
    var orders: [OrderPairs.Pair] = []
    for file in files {
      let node = try YAMLNode.parse(Array(file.text.utf8), path: file.path)
      if file.path.hasSuffix("/orders.yml") {
        orders += try StrictDecoder.decode(OrderPairs.self, from: node).pairs
      } else {
        concepts += try StrictDecoder.decode(VocabularyTheme.self, from: node).concepts
      }
    }
    self.init(concepts, orders: orders)
  }
}
