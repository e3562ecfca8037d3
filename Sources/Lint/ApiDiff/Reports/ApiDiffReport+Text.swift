extension ApiDiffReport {
  package func text() -> String {
    var text = "\(diff.oldName) -> \(diff.newName): \(counts)\n"
    if let removals { text += "removals: \(removals)\n" }
    if deprecations > 0 { text += "new deprecations: \(deprecations)\n" }
    text += "suggested version: \(version)\n"
    text += "surface: \(surface)\n"
    if let problems { text += "syntax errors, so the API may be incomplete: \(problems)\n" }
    for (section, groups) in sections {
      text += "\n\(section.rawValue) (\(groups.reduce(0) { $0 + $1.count }))\n"
      for group in groups {
        text += "\n  \(group.module ?? "in several places")\n"
        for item in group.items { write(item, to: &text) }
      }
    }
    let hidden = diff.changes.count(where: ApiChangeGroups.Section.added.holds)
    if hidden > 0, !listsAll { text += "\n\(hidden) additions are not listed; '--all' lists them\n" }
    for entry in diff.stale {
      text += "stale: \(entry.mark): the accepted change '\(entry.change)' of '\(entry.symbol)' was undone; "
      text += "remove the entry, or run 'mllint api accept --prune --since \(diff.oldName)'\n"
    }
    if !diff.unused.isEmpty {
      let isOne = diff.unused.count == 1
      text += "\n\(diff.unused.count) accepted change\(isOne ? " is" : "s are") not part of this comparison; "
      text += "'mllint api accept --prune --since \(diff.oldName)' removes \(isOne ? "it" : "them")\n"
    }
    return text
  }

  private func write(_ item: ApiChangeGroups.Item, to text: inout String) {
    let change = item.change
    text += "    \(change.effect.rawValue)[\(change.kind.rawValue)] \(change.symbol): \(change.message)\n"
    text += side("before", change.oldPlace, change.before) + side("after", change.newPlace, change.after)
    let others = others(item)
    if !others.isEmpty { text += "      the same for \(others.count) more: \(others.joined(separator: ", "))\n" }
  }

  private func side(_ label: String, _ place: ApiPlace?, _ text: String?) -> String {
    guard place != nil || text != nil else { return "" }
    let padding = String(repeating: " ", count: 7 - label.count)
    let position = place.map { $0.text } ?? "-"
    return "      \(label)\(padding)\(position)" + (text.map { "  \(Self.cut($0))" } ?? "") + "\n"
  }

  /// On one line that a terminal can show.
  private static func cut(_ text: String) -> String {
    let line = ApiSignature.oneLine(text)
    return line.count > 160 ? line.prefix(157) + "..." : line
  }
}
