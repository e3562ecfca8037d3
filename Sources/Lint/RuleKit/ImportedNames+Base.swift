import LintModel

extension ImportedNames {
  /// A base class as written, dotted.
  func base(_ text: String) -> ProjectIndex.TypeEntry.Base {
    let parts = text.split(separator: ".")
    guard let first = parts.first, let last = parts.last, let origin = origins[first] else {
      return .init(name: parts.last.map(String.init) ?? text, home: nil)
    }
    if parts.count == 1 { return .init(name: origin.name ?? text, home: origin.module) }
    let home = [origin.module] + (origin.name.map { [$0] } ?? []) + parts.dropFirst().dropLast().map(String.init)
    return .init(name: String(last), home: home.filter { !$0.isEmpty }.joined(separator: "."))
  }
}
