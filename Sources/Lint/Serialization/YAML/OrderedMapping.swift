/// A mapping from any keys, in the order in which they are written.
package struct OrderedMapping<Value: Sendable>: Sendable {
  package private(set) var keys: [String] = []
  package private(set) var values: [Value] = []

  package init() {}

  package var isEmpty: Bool { keys.isEmpty }

  package subscript(key: String) -> Value? {
    keys.firstIndex(of: key).map { values[$0] }
  }

  package mutating func append(_ value: Value, forKey key: String) {
    keys.append(key)
    values.append(value)
  }
}

extension OrderedMapping: Sequence {
  package func makeIterator() -> Zip2Sequence<[String], [Value]>.Iterator { zip(keys, values).makeIterator() }
}

extension OrderedMapping: Decodable where Value: Decodable {
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys {
      append(try container.decode(Value.self, forKey: key), forKey: key.stringValue)
    }
  }
}
