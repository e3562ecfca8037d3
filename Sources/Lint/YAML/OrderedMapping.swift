/// A mapping from any keys, in the order in which they are written.
public struct OrderedMapping<Value: Sendable>: Sendable {
  public private(set) var keys: [String] = []
  public private(set) var values: [Value] = []

  public init() {}

  public var isEmpty: Bool { keys.isEmpty }

  public subscript(key: String) -> Value? {
    keys.firstIndex(of: key).map { values[$0] }
  }

  public mutating func append(_ value: Value, forKey key: String) {
    keys.append(key)
    values.append(value)
  }
}

extension OrderedMapping: Sequence {
  public func makeIterator() -> Zip2Sequence<[String], [Value]>.Iterator { zip(keys, values).makeIterator() }
}

extension OrderedMapping: Decodable where Value: Decodable {
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys {
      append(try container.decode(Value.self, forKey: key), forKey: key.stringValue)
    }
  }
}
