import LintSourceText

/// Compares two states of an API: first the names, then the symbols that both have.
package struct ApiComparison {
  private let old: ApiOutline
  private let new: ApiOutline
  private var changes: [ApiChange] = []
  private var types: TypeComparison
  private let overloads: TopOverloads
  private var compared: Set<String> = []
  /// Paths of the new state that are accounted for by moved or renamed symbols.
  private var explained: Set<String> = []

  private init(_ old: ApiOutline, _ new: ApiOutline) {
    self.old = old
    self.new = new
    types = TypeComparison(old, new)
    overloads = TopOverloads(old, new)
  }

  /// The changes, ordered by effect, the worst first, then by symbol.
  package static func changes(from old: ApiOutline, to new: ApiOutline) -> [ApiChange] {
    var comparison = ApiComparison(old, new)
    comparison.run()
    let changes = DeletedBases.fold(InheritedChanges.fold(comparison.changes, in: new), in: old)
    return changes.sorted { left, right in
      if left.effect != right.effect { return left.effect > right.effect }
      if left.symbol != right.symbol { return Paths.precedes(left.symbol, right.symbol) }
      return (left.newPlace?.range.start ?? 0, left.kind.rawValue, left.detail ?? "")
        < (right.newPlace?.range.start ?? 0, right.kind.rawValue, right.detail ?? "")
    }
  }

  private mutating func run() {
    var gone: [ApiSymbol] = []
    var lost: Set<String> = []
    for symbol in old.symbols where !symbol.isHidden {
      let name = TopOverloads.path(of: symbol.path)
      if overloads.groups[name] != nil { continue }
      // All overloads are gone: one of them tells.
      if name != symbol.path, !lost.insert(name).inserted || old[name] != nil { continue }
      let paths = [symbol.path] + symbol.aliases
      let found = paths.filter { successor(of: symbol, at: $0) != nil }
      guard let first = found.first, let successor = successor(of: symbol, at: first) else {
        gone.append(symbol)
        continue
      }
      compare(symbol, successor, path: first)
      // By another path there may be another thing now.
      for path in found.dropFirst() {
        if let other = new[path], other.path != successor.path, other.kind != successor.kind {
          compare(symbol, other, path: path)
        }
      }
      if found.count < paths.count { reportLostPaths(of: symbol, successor, at: first, kept: Set(found)) }
    }
    var vanished = VanishedSymbols(gone, old: old, new: new)
    vanished.explain()
    changes += vanished.changes
    explained = vanished.explained
    for (before, after) in vanished.pairs { compare(before, after, path: after.path) }
    compareOverloads()
    reportGetters()
    reportAdditions()
  }

  private mutating func compareOverloads() {
    for (path, group) in overloads.groups.sorted(by: { $0.key < $1.key }) {
      let paired = OverloadPairs.pairs(group.old, group.new, { $0 })
      for (before, after) in paired.pairs { changes += types.compare(before, after, path: path) }
      for symbol in paired.lost {
        let text = ApiSignature.text(symbol)
        var change = ApiChange(.removed, path, "the overload '\(text)' was removed", before: text)
        change.oldPlace = symbol.place
        if symbol.traits.contains(.deprecated) { change.announce(symbol.deprecation ?? "") }
        changes.append(change)
      }
      for symbol in paired.fresh {
        let text = ApiSignature.text(symbol)
        var change = ApiChange(.added, path, "the overload '\(text)' is new", after: text)
        change.newPlace = symbol.place
        changes.append(change)
      }
    }
  }

  /// Modules whose `__getattr__` was removed.
  private mutating func reportGetters() {
    for module in old.symbols where module.kind == .module && old.servesUnlisted(module.path) {
      guard let after = new[module: module.path], !new.servesUnlisted(module.path), !new.serves(module.path) else {
        continue
      }
      var change = ApiChange(
        .removed, "\(module.path).__getattr__",
        "the module '\(module.path)' no longer resolves undefined names; '__getattr__' was removed",
        before: "__getattr__(name)")
      change.oldPlace = module.place
      change.newPlace = after.place
      changes.append(change)
    }
  }

  /// The symbol that a path of the old state resolves to.
  private func successor(of symbol: ApiSymbol, at path: String) -> ApiSymbol? {
    if symbol.kind == .module { return new[module: path] }
    guard let found = new[path], !found.isHidden else { return nil }
    // A module of that name is not a successor as long as the name itself can be imported.
    return found.kind == .module && new.stillReaches(path) == .symbol ? nil : found
  }

  private mutating func compare(_ before: ApiSymbol, _ after: ApiSymbol, path: String) {
    guard compared.insert("\(before.path) \(after.path)").inserted else { return }
    changes += types.compare(before, after, path: path)
  }

  /// A second path to a symbol that is still reachable by another.
  private mutating func reportLostPaths(
    of symbol: ApiSymbol, _ successor: ApiSymbol, at path: String, kept: Set<String>
  ) {
    for lost in [symbol.path] + symbol.aliases where !kept.contains(lost) && new.stillReaches(lost) == nil {
      // A module that is gone takes its paths along.
      let module = lost.split(separator: ".").dropLast().joined(separator: ".")
      if symbol.kind != .module, old[module: module] != nil, new[module: module] == nil,
        new.stillReaches(module) == nil
      {
        continue
      }
      var change = ApiChange(
        .moved, lost, "'\(lost)' was removed; use '\(path)', the same object", before: lost, after: path)
      change.oldPlace = symbol.place
      change.newPlace = successor.place
      change.announce(old.deprecatedPaths[lost])
      changes.append(change)
    }
  }

  /// Additions: a new module with its contents is one addition.
  private mutating func reportAdditions() {
    let fresh = new.symbols.filter { symbol in
      !symbol.isHidden && !explained.contains(symbol.path)
        && overloads.groups[TopOverloads.path(of: symbol.path)] == nil
        && !([symbol.path] + symbol.aliases).contains { old[$0].map { !$0.isHidden } ?? false }
    }
    let modules = Set(fresh.filter { $0.kind == .module }.map(\.path))
    var counts: [String: Int] = [:]
    for symbol in fresh {
      if let module = ModulePaths.outermost(of: symbol.path, among: modules) { counts[module, default: 0] += 1 }
    }
    for symbol in fresh {
      let around = ModulePaths.outermost(of: symbol.path, among: modules)
      if let around, around != symbol.path { continue }
      var change = ApiChange(.added, symbol.path, "'\(symbol.path)' is new", after: ApiSignature.text(symbol))
      if symbol.kind == .module {
        change.count = counts[symbol.path] ?? 1
        let names = max(change.count - 1, 0)
        change.message = "the module '\(symbol.path)' is new, with \(names) public name\(names == 1 ? "" : "s")"
      }
      change.newPlace = symbol.place
      changes.append(change)
    }
  }
}
