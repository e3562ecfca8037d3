/// A minimum percentage for files that match a pattern: `nets/layers/**: 90`
struct FileFloor: Decodable, Sendable {
  var pattern: String
  var percent: Double

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
      let percent = Double(text[text.index(after: colon)...].filter { $0 != " " && $0 != "%" }),
      (0...100).contains(percent)
    else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "expected a pattern and a percentage, as in 'nets/layers/**: 90', found '\(text)'")
    }
    pattern = String(text[..<colon])
    self.percent = percent
  }
}
