/// `1 file`, `3 files`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension Collection where Element == String {
  /// The first names in quotes: `'a', 'b'`, or `'a' and 'b'` with a conjunction; `'a', 'b' and 2 more` if there are more.
  func quoted(upTo limit: Int = 4, conjunction: String? = nil) -> String {
    var items = prefix(limit).map { "'\($0)'" }
    if count > limit { items.append("\(count - limit) more") }
    guard let last = items.last, items.count > 1, count > limit || conjunction != nil else {
      return items.joined(separator: ", ")
    }
    return "\(items.dropLast().joined(separator: ", ")) \(conjunction ?? "and") \(last)"
  }
}
