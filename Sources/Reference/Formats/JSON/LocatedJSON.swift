/// A JSON value with its line number, so that errors can point to it.
struct LocatedJSON: Sendable {
  enum Content: Sendable {
    case null
    case boolean(Bool)
    /// A number and its spelling. NaN and infinities, which Python's json module writes, are accepted.
    case number(Double, text: String)
    case string(String)
    case array([LocatedJSON])
    case object([String: LocatedJSON])
  }

  let content: Content
  /// The line of the value's first character, starting at 1.
  let line: Int

  /// A short description for error messages.
  var summary: String {
    switch content {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(_, let text): text
    case .string(let text): "the string \"\(text.prefix(40))\(text.count > 40 ? "…" : "")\""
    case .array(let items): "an array of length \(items.count)"
    case .object(let fields): "an object with \(NumberFormat.count(fields.count, "key"))"
    }
  }

  /// The value as readable text for tables.
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
