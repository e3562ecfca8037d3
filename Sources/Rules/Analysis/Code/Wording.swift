import LintModel

extension Message {
  /// `1 test`, `2 tests`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// `'a' and 'b'`, or `'a', 'b' and 2 more` if there are more names than the limit.
  static func list(_ names: [String], limit: Int = 3, _ conjunction: String = "and") -> String {
    var items = names.prefix(limit).map { "'\($0)'" }
    if names.count > limit { items.append("\(names.count - limit) more") }
    guard items.count > 1, let last = items.popLast() else { return items.first ?? "" }
    return "\(items.joined(separator: ", ")) \(conjunction) \(last)"
  }
}

/// `1 file`, `3 files`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension Collection where Element == String {
  /// The first names in quotes: `'a', 'b' and 3 more`.
  func quoted(upTo limit: Int = 4) -> String {
    let shown = prefix(limit).map { "'\($0)'" }.joined(separator: ", ")
    return count > limit ? "\(shown) and \(count - limit) more" : shown
  }
}
