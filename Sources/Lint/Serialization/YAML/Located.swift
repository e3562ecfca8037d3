/// A value and its position.
package struct Located<Value: Decodable & Sendable>: Decodable, Sendable {
  package var value: Value
  package var mark: Mark

  package init(_ value: Value, at mark: Mark) {
    self.value = value
    self.mark = mark
  }

  package init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    value = try StrictDecoder.decode(from: node)
    mark = node.mark
  }
}

/// A mapping from any keys, in order, with the place of each key.
package struct MarkedMapping<Value: Decodable & Sendable>: Decodable, Sendable {
  package struct Entry: Sendable {
    package var key: String
    package var mark: Mark
    package var value: Value
  }

  package var entries: [Entry]

  package init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    guard let pairs = node.pairs else {
      throw YAMLError(at: node.mark, "wrong kind of value", expected: "a mapping", found: node.kind)
    }
    entries = try pairs.map {
      Entry(key: $0.key, mark: $0.keyMark, value: try StrictDecoder.decode(from: $0.value))
    }
  }
}
