import Foundation

/// The settings of a run as Weights & Biases keeps them: a key and a JSON text each.
struct WandBSettings {
  /// By key, sorted.
  let values: [(key: String, json: String)]

  /// - Throws: `EncodingError` if `configuration` does not encode as an object.
  init(_ configuration: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    let decoded = try JSONSerialization.jsonObject(with: try encoder.encode(configuration), options: .fragmentsAllowed)
    guard let object = decoded as? [String: Any] else {
      throw EncodingError.invalidValue(
        configuration,
        EncodingError.Context(
          codingPath: [], debugDescription: "expected an object with a key for every setting, found \(decoded)"))
    }
    values = try object.sorted { $0.key < $1.key }.map { key, value in
      let json = try JSONSerialization.data(
        withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
      return (key, String(decoding: json, as: UTF8.self))
    }
  }
}
