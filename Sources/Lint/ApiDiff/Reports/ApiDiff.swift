/// The changes between two APIs, which of them are accepted, and the change in size.
package struct ApiDiff: Sendable {
  package var changes: [ApiChange]
  package var accepted: [(change: ApiChange, reason: String)]
  /// Accepted changes that were undone.
  package var stale: [ApiAcceptance.Entry]
  /// Accepted changes that do not occur in this comparison.
  package var unused: [ApiAcceptance.Entry]
  package var oldName: String
  package var newName: String
  package var oldSize: ApiOutline.Size
  package var newSize: ApiOutline.Size
  /// Locations of syntax errors in either state.
  package var problems: [ApiPlace]
  package var bump: ApiVersionBump

  /// - Parameter uses: Number of files that mention a name; the most used come first.
  package init(
    from old: ApiOutline, named oldName: String, to new: ApiOutline, named newName: String,
    accepting acceptance: ApiAcceptance, uses: (String) -> Int = { _ in 0 }
  ) {
    let all = ApiComparison.changes(from: old, to: new).map { change in
      var change = change
      change.uses = Self.usedNames(change).map(uses).min() ?? 0
      return change
    }
    let judged = acceptance.judge(all, in: new)
    changes = judged.open
    accepted = judged.accepted
    stale = judged.stale
    unused = judged.unused
    self.oldName = oldName
    self.newName = newName
    oldSize = old.size
    newSize = new.size
    problems = Set(old.problems + new.problems).sorted { ($0.path, $0.line) < ($1.path, $1.line) }
    bump = ApiVersionBump(for: all, from: oldName, to: newName)
  }

  package func count(_ effect: ApiChange.Effect) -> Int { changes.count { $0.effect == effect } }

  /// Whether there is an unaccepted change at or above an effect.
  package func fails(at effect: ApiChange.Effect) -> Bool { changes.contains { $0.effect >= effect } }

  /// The names that a caller of what changed writes: its own and, of a member, that of its type.
  private static func usedNames(_ change: ApiChange) -> [String] {
    let parts = change.symbol.prefix { $0 != "(" }.split(separator: ".").suffix(2).map(String.init)
    guard parts.count == 2, parts[0].first?.isUppercase == true else { return parts.suffix(1) }
    return parts.filter { $0 != "__init__" && $0 != "init" }
  }
}
