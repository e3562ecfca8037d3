import LintSerialization

/// The names that a pattern matches: one, a list, or a mapping from names to replacements.
struct PatternNames: Decodable, Sendable {
  struct Entry: Sendable {
    var text: String
    var mark: Mark
    /// What to use instead, for the message.
    var use: String?
  }

  var entries: [Entry]

  init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    switch node.content {
    case .scalar: entries = [Entry(text: try Self.text(node), mark: node.mark, use: nil)]
    case .sequence(let items): entries = try items.map { Entry(text: try Self.text($0), mark: $0.mark, use: nil) }
    case .mapping(let pairs):
      entries = try pairs.map { Entry(text: $0.key, mark: $0.keyMark, use: try Self.text($0.value)) }
    }
    guard !entries.isEmpty else { throw YAMLError(at: node.mark, "expected at least one name, found none") }
  }

  private static func text(_ node: YAMLNode) throws(YAMLError) -> String {
    guard case .string(let text)? = node.scalar?.value else {
      throw YAMLError(
        at: node.mark, "wrong kind of value",
        expected: "a name, a list of names, or a mapping from names to replacements",
        found: node.kind)
    }
    return text
  }
}

extension Located<String> {
  /// The text as a regular expression.
  func expression() throws(YAMLError) -> TextPattern {
    do {
      return try TextPattern(value)
    } catch {
      throw YAMLError(
        at: mark, "the regular expression '\(value)' is invalid at character \(error.column): \(error.problem)")
    }
  }
}
