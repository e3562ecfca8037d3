import LintSerialization

/// One value or a list of them.
struct OneOrMany<Value: Decodable & Sendable>: Decodable, Sendable {
  var values: [Located<Value>]

  init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    let items = node.items ?? [node]
    values = try items.map { Located(try StrictDecoder.decode(from: $0), at: $0.mark) }
  }
}
