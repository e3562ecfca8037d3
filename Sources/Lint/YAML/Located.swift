/// A value and where it stands.
public struct Located<Value: Decodable & Sendable>: Decodable, Sendable {
  public var value: Value
  public var mark: Mark

  public init(_ value: Value, at mark: Mark) {
    self.value = value
    self.mark = mark
  }

  public init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    value = try StrictDecoder.decode(from: node)
    mark = node.mark
  }
}

/// A mapping from any keys, in order, with the place of each key.
public struct MarkedMapping<Value: Decodable & Sendable>: Decodable, Sendable {
  public struct Entry: Sendable {
    public var key: String
    public var mark: Mark
    public var value: Value
  }

  public var entries: [Entry]

  public init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    guard let pairs = node.pairs else {
      throw YAMLError(at: node.mark, "wrong kind of value", expected: "a mapping", found: node.kind)
    }
    entries = try pairs.map {
      Entry(key: $0.key, mark: $0.keyMark, value: try StrictDecoder.decode(from: $0.value))
    }
  }
}
