/// A value of a JSON text that remembers on which line it stands, so that a complaint about it can say where.
struct LocatedJSON: Sendable {
  /// What a value is.
  enum Content: Sendable {
    case null
    case boolean(Bool)
    /// A number, and how the file writes it. NaN and infinities, which Python writes though JSON has none, are kept.
    case number(Double, text: String)
    case string(String)
    case array([LocatedJSON])
    case object([String: LocatedJSON])
  }

  let content: Content
  /// The line of the value's first character, from 1.
  let line: Int

  /// The value in a few words, for messages.
  var summary: String {
    switch content {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(_, let text): text
    case .string(let text): "the text \"\(text.prefix(40))\(text.count > 40 ? "…" : "")\""
    case .array(let items): "an array of \(items.count)"
    case .object(let fields): "an object of \(fields.count)"
    }
  }

  /// The value as a person would write it into a table.
  var plainText: String {
    switch content {
    case .null: "none"
    case .boolean(let value): value ? "yes" : "no"
    case .number(_, let text): text
    case .string(let text): text
    case .array(let items): items.map(\.plainText).joined(separator: ", ")
    case .object(let fields):
      fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.plainText)" }.joined(separator: ", ")
    }
  }
}
