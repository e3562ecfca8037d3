/// A mapping, read key by key.
struct NodeKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: NodeDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { decoder.allKeys().compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { decoder.pair(for: key) != nil }

  /// Only a written `null` is nothing: `ignore:` with no value after it is a slip.
  func decodeNil(forKey key: Key) throws -> Bool {
    guard let scalar = decoder.pair(for: key)?.value.scalar else { return false }
    return scalar.value == .null && !scalar.text.isEmpty
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try child(key).unbox(type)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try child(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try child(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { decoder }
  func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }

  private func child(_ key: Key) throws -> NodeDecoder {
    guard let pair = decoder.pair(for: key) else {
      throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: "missing"))
    }
    return NodeDecoder(node: pair.value)
  }
}

/// A list, read in order.
struct NodeUnkeyedContainer: UnkeyedDecodingContainer {
  let decoder: NodeDecoder
  let items: [YAMLNode]
  var currentIndex = 0

  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex >= items.count }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, items[currentIndex].scalar?.value == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().unbox(type) }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try next() }

  private mutating func next() throws -> NodeDecoder {
    guard !isAtEnd else {
      throw YAMLError(at: decoder.node.mark, "the list is too short", found: "\(items.count) items")
    }
    currentIndex += 1
    return NodeDecoder(node: items[currentIndex - 1])
  }
}

/// A scalar.
struct NodeValueContainer: SingleValueDecodingContainer {
  let decoder: NodeDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.node.scalar?.value == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .bool(let value)? = decoder.node.scalar?.value else {
      throw decoder.wrongType(expected: "true or false")
    }
    return value
  }

  func decode(_ type: String.Type) throws -> String {
    guard case .string(let value)? = decoder.node.scalar?.value else {
      throw decoder.wrongType(expected: "a text\(decoder.node.scalar == nil ? "" : " (in quotes)")")
    }
    return value
  }

  func decode(_ type: Double.Type) throws -> Double {
    switch decoder.node.scalar?.value {
    case .float(let value)?: return value
    case .int(let value)?: return Double(value)
    default: throw decoder.wrongType(expected: "a number")
    }
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.unbox(type) }

  private func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    guard case .int(let value)? = decoder.node.scalar?.value else {
      throw decoder.wrongType(expected: "a whole number")
    }
    guard let exact = Value(exactly: value) else {
      throw decoder.wrongType(expected: "a whole number from \(Value.min) to \(Value.max)")
    }
    return exact
  }
}
