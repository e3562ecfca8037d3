import CLibYAML
import Foundation
import LintRuleKit
import LintSourceText
import Testing

private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Rules/vocabulary")

/// Decodes a YAML file into a type, by way of JSON.
private func load<Value: Decodable>(_ type: Value.Type, _ file: URL) throws -> Value {
  let data = [UInt8](try Data(contentsOf: file))
  var parser = yaml_parser_t()
  try #require(yaml_parser_initialize(&parser) == 1)
  defer { yaml_parser_delete(&parser) }
  var document = yaml_document_t()
  let json = try data.withUnsafeBufferPointer { bytes in
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    try #require(yaml_parser_load(&parser, &document) == 1)
    defer { yaml_document_delete(&document) }
    let root = try #require(yaml_document_get_root_node(&document))
    return try JSONSerialization.data(withJSONObject: object(root, &document))
  }
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  return try decoder.decode(Value.self, from: json)
}

private func object(_ node: UnsafeMutablePointer<yaml_node_t>, _ document: inout yaml_document_t) -> Any {
  switch node.pointee.type {
  case YAML_SEQUENCE_NODE:
    let items = node.pointee.data.sequence.items
    return UnsafeBufferPointer(start: items.start, count: items.top - items.start).compactMap { item in
      yaml_document_get_node(&document, item).map { object($0, &document) }
    }
  case YAML_MAPPING_NODE:
    var result: [String: Any] = [:]
    let pairs = node.pointee.data.mapping.pairs
    for pair in UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start) {
      guard let key = yaml_document_get_node(&document, pair.key),
        let value = yaml_document_get_node(&document, pair.value)
      else { continue }
      result["\(object(key, &document))"] = object(value, &document)
    }
    return result
  default:
    let scalar = node.pointee.data.scalar
    let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    if text == "true" || text == "false" { return text == "true" }
    return Double(text) ?? text
  }
}

private let noThemes = [
  "orders.yml", "published.yml", "friction.yml", "verbs.yml", "implementation.yml", "frameworks.yml", "generic.yml",
  "fixed.yml", "folders.yml",
]

private func themes() throws -> [VocabularyTheme] {
  try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "yml" && !noThemes.contains($0.lastPathComponent) }
    .map { try load(VocabularyTheme.self, $0) }
}

@Test func conceptsAreDistinctAndComplete() throws {
  let concepts = try themes().flatMap(\.concepts)
  #expect(concepts.count >= 57)
  #expect(Set(concepts.map(\.concept)).count == concepts.count)
  var owner: [String: String] = [:]
  for concept in concepts {
    #expect(concept.note?.isEmpty == false && concept.risk != nil && concept.conventions != nil, "\(concept.concept)")
    #expect(concept.names.allSatisfy { $0.count >= 2 }, "a set of \(concept.concept) has no two names")
    for name in concept.names.flatMap({ $0 }) {
      #expect(Name.canonical(name) == name, "\(name) is not canonical")
      guard concept.isEnabled else { continue }
      let other = owner.updateValue(concept.concept, forKey: name)
      #expect(other == nil, "\(name) stands for \(other ?? "") and for \(concept.concept)")
    }
  }
}

@Test func ambiguousNamesHaveConditions() throws {
  let concepts = Dictionary(uniqueKeysWithValues: try themes().flatMap(\.concepts).map { ($0.concept, $0) })
  #expect(concepts["bias"]?.conditions?.boolOnly == true)
  #expect(concepts["epsilon"]?.conditions?.smallDefault == 0.01)
  #expect(concepts["axis"]?.conditions?.meaning == .axis)
  #expect(concepts["dropout"]?.conditions?.notWithClass?.contains("Drop") == true)
  #expect(concepts["stride"]?.isEnabled == false)
}

@Test func orderPairsAreDistinct() throws {
  let pairs = try load(OrderPairs.self, folder.appending(path: "orders.yml")).pairs
  #expect(Set(pairs.map(\.pair)).count == pairs.count)
  for pair in pairs {
    #expect(Set(pair.first).isDisjoint(with: pair.second), "\(pair.pair) has a name on both sides")
    #expect(!(pair.first + pair.second).contains("stride"))
  }
}
