import Lint

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
