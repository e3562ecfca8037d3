import FoundationEssentials

/// The configuration of a Weights & Biases run: top-level keys with JSON-encoded values.
struct WandBSettings {
  /// Sorted by key.
  let values: [(key: String, json: String)]

  /// - Throws: `EncodingError` if `configuration` does not encode as an object.
  init(_ configuration: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    let encoded = try encoder.encode(configuration)
    guard let root = try? JSONParser.parse([UInt8](encoded)), case .object(let fields) = root.content else {
      throw EncodingError.invalidValue(
        configuration,
        EncodingError.Context(codingPath: [], debugDescription: "expected an object with one key per setting"))
    }
    values = try fields.sorted { $0.key < $1.key }.map { ($0.key, try Self.json($0.value)) }
  }

  private static func json(_ value: LocatedJSON) throws -> String {
    switch value.content {
    case .null: "null"
    case .boolean(let flag): "\(flag)"
    case .number(_, let text): text
    case .string(let text): try string(text)
    case .array(let items): "[\(try items.map(json).joined(separator: ","))]"
    case .object(let fields):
      "{\(try fields.sorted { $0.key < $1.key }.map { "\(try string($0.key)):\(try json($0.value))" }.joined(separator: ","))}"
    }
  }

  private static func string(_ text: String) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(text), as: UTF8.self)
  }
}
