import LintSourceText

/// Decodes values from YAML nodes strictly: unknown keys, missing keys and wrong types are errors
/// with a position.
///
/// Keys are the properties' names in snake case. A type that lists its keys (a dictionary) gets them as written. A
/// `DecodingError.dataCorrupted` thrown by a type's own `init(from:)` becomes an error at the value it was decoding.
package enum StrictDecoder {
  package static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from node: YAMLNode
  ) throws(YAMLError) -> Value {
    do {
      return try NodeDecoder(node: node).unbox(type)
    } catch let error as YAMLError {
      throw error
    } catch {
      throw YAMLError(at: node.mark, "\(error)")
    }
  }
}

extension YAMLNode: Decodable {
  /// Takes the node as it is; only `StrictDecoder` can.
  package init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? NodeDecoder else {
      throw DecodingError.typeMismatch(
        YAMLNode.self, .init(codingPath: decoder.codingPath, debugDescription: "only StrictDecoder decodes nodes"))
    }
    self = decoder.node
  }
}

/// A decoder at one node. Remembers which keys of a mapping its reader asked for.
final class NodeDecoder: Decoder {
  let node: YAMLNode
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  /// The keys that the decoded type knows; nil until it asks for a mapping.
  private(set) var knownKeys: [String]?
  private var takesAnyKey = false

  init(node: YAMLNode) { self.node = node }

  /// Decodes the node whole, and refuses what was left unread.
  func unbox<Value: Decodable>(_ type: Value.Type) throws -> Value {
    do {
      let value = try Value(from: self)
      if let unknown = unreadPair() { throw unknownKey(unknown) }
      return value
    } catch let error as YAMLError {
      throw error
    } catch DecodingError.keyNotFound(let key, _) {
      throw missing(key)
    } catch DecodingError.dataCorrupted(let context) {
      if let choices = choices(of: type) { throw notAChoice(choices) }
      throw YAMLError(at: node.mark, context.debugDescription)
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
      throw YAMLError(at: node.mark, context.debugDescription)
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard node.pairs != nil else { throw wrongType(expected: "a mapping") }
    if knownKeys == nil { knownKeys = [] }
    return KeyedDecodingContainer(NodeKeyedContainer<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let items = node.items else { throw wrongType(expected: "a list") }
    return NodeUnkeyedContainer(decoder: self, items: items)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    NodeValueContainer(decoder: self)
  }

  func wrongType(expected: String) -> YAMLError {
    YAMLError(at: node.mark, "wrong kind of value", expected: expected, found: node.kind)
  }

  /// The pair of a key, which is now known.
  func pair(for key: any CodingKey) -> YAMLPair? {
    let name = takesAnyKey ? key.stringValue : Name.canonical(key.stringValue)
    if knownKeys?.contains(name) != true { knownKeys?.append(name) }
    return node.pairs?.first { $0.key == name }
  }

  func allKeys() -> [String] {
    takesAnyKey = true
    return node.pairs?.map(\.key) ?? []
  }

  private func unreadPair() -> YAMLPair? {
    guard let knownKeys, !takesAnyKey else { return nil }
    return node.pairs?.first { !knownKeys.contains($0.key) }
  }

  private func unknownKey(_ pair: YAMLPair) -> YAMLError {
    let known = knownKeys ?? []
    let advice =
      Suggestion.nearest(to: pair.key, among: known).map { "did you mean '\($0)'?" }
      ?? (known.isEmpty ? "no keys are allowed here" : "known keys: \(known.joined(separator: ", "))")
    return YAMLError(at: pair.keyMark, "unknown key '\(pair.key)'", advice: advice)
  }

  /// The values of an enumeration of texts.
  private func choices<Value>(of type: Value.Type) -> [String]? {
    guard let choices = type as? any (CaseIterable & RawRepresentable<String>).Type else { return nil }
    return rawValues(of: choices)
  }

  private func rawValues<Choice: CaseIterable & RawRepresentable<String>>(of type: Choice.Type) -> [String] {
    type.allCases.map(\.rawValue)
  }

  private func notAChoice(_ choices: [String]) -> YAMLError {
    let nearest = node.scalar.flatMap { Suggestion.nearest(to: $0.text, among: choices) }
    return YAMLError(
      at: node.mark, "unknown value", expected: "one of \(choices.joined(separator: ", "))", found: node.kind,
      advice: nearest.map { "did you mean '\($0)'?" })
  }

  /// A missing key is often a misspelled one.
  private func missing(_ key: any CodingKey) -> YAMLError {
    let name = takesAnyKey ? key.stringValue : Name.canonical(key.stringValue)
    let unread = node.pairs?.filter { knownKeys?.contains($0.key) != true } ?? []
    for pair in unread where Suggestion.nearest(to: pair.key, among: [name]) != nil { return unknownKey(pair) }
    return YAMLError(at: node.mark, "the key '\(name)' is missing")
  }
}
