import LintSerialization

/// An argument of a call: `dim`, the position `0`, or `dim/1` if it may be passed either way.
struct PatternArgument: Decodable, Sendable, Hashable {
  var keyword: String?
  /// From 0.
  var place: Int?

  init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    guard let scalar = node.scalar else {
      throw YAMLError(
        at: node.mark, "wrong kind of value", expected: "the name or position of an argument", found: node.kind)
    }
    try self.init(scalar.text, at: node.mark)
  }

  init(_ text: String, at mark: Mark) throws(YAMLError) {
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      if let number = Int(part), number >= 0, place == nil {
        place = number
      } else if keyword == nil, part.first.map({ $0.isLetter || $0 == "_" }) == true {
        keyword = String(part)
      } else {
        throw YAMLError(
          at: mark, "invalid argument", expected: "a keyword, a position from 0, or both: 'dim', 1, 'dim/1'",
          found: "'\(text)'")
      }
    }
  }

  /// As a message shows it.
  var shown: String { keyword ?? place.map { "argument \($0 + 1)" } ?? "" }
}
