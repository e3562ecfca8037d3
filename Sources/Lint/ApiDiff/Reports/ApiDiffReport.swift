/// Writes a comparison as text, JSON or Markdown.
package struct ApiDiffReport {
  let diff: ApiDiff
  /// Whether additions are listed, and not only counted.
  let listsAll: Bool

  package init(_ diff: ApiDiff, listsAll: Bool = false) {
    self.diff = diff
    self.listsAll = listsAll
  }

  /// The changes that are listed, grouped.
  var sections: [(section: ApiChangeGroups.Section, groups: [ApiChangeGroups.Group])] {
    ApiChangeGroups(diff.changes).sections.filter { $0.section != .added || listsAll }
  }

  // MARK: The summary

  var counts: String {
    let (breaks, alters, extends) = (diff.count(.breaks), diff.count(.alters), diff.count(.extends))
    let text = "\(breaks) breaking, \(alters) behavior-changing, \(extends) additive"
    return diff.accepted.isEmpty ? text : text + "; \(diff.accepted.count) accepted"
  }

  var surface: String {
    let (old, new) = (diff.oldSize, diff.newSize)
    return "\(old.names) -> \(new.names) names, \(old.parameters) -> \(new.parameters) parameters"
  }

  /// How many of the names and parameters that are gone were deprecated before; nil if none are gone.
  var removals: String? {
    let gone = diff.changes.filter(\.isRemoval)
    guard !gone.isEmpty else { return nil }
    let announced = gone.count { $0.announcement != nil }
    return "\(announced) announced by a deprecation, \(gone.count - announced) not"
  }

  var deprecations: Int { diff.changes.count { $0.kind == .deprecated } }

  var version: String {
    switch diff.bump.isEnough {
    case true?: diff.bump.text + "; \(diff.newName) qualifies"
    case false?: diff.bump.text + "; \(diff.newName) does not qualify"
    case nil: diff.bump.text
    }
  }

  /// Files that were read only up to a syntax error.
  var problems: String? {
    guard !diff.problems.isEmpty else { return nil }
    let shown = diff.problems.prefix(5).map(\.text).joined(separator: ", ")
    return shown + (diff.problems.count > 5 ? ", and \(diff.problems.count - 5) more" : "")
  }

  /// The names that changed like the first of an item: symbols, or parameters of one function.
  func others(_ item: ApiChangeGroups.Item) -> [String] {
    let isOneSymbol = item.all.allSatisfy { $0.symbol == item.change.symbol }
    return item.others.map { isOneSymbol ? $0.detail ?? $0.symbol : $0.symbol }
  }
}
