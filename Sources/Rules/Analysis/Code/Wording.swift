/// `1 file`, `3 files`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension Collection where Element == String {
  /// The first names in quotes: `'a' and 'b'`, or `'a', 'b' and 2 more`.
  func quoted(upTo limit: Int = 4, conjunction: String = "and") -> String {
    var items = prefix(limit).map { "'\($0)'" }
    if count > limit { items.append("\(count - limit) more") }
    guard items.count > 1, let last = items.popLast() else { return items.first ?? "" }
    return "\(items.joined(separator: ", ")) \(conjunction) \(last)"
  }
}

extension String {
  /// The text in quotes that it does not contain itself: `'x < 1'`, or backticks around `mode == 'fast'`.
  var inQuotes: String {
    let quote = ["'", "`"].first { !contains($0) } ?? "\""
    return "\(quote)\(self)\(quote)"
  }
}
