import LintSourceText

/// Compares two states of an API: first the names, then the symbols that both have.
package struct ApiComparison {
  private let old: ApiOutline
  private let new: ApiOutline
  private var changes: [ApiChange] = []
  private var types: TypeComparison
  private var compared: Set<String> = []
  /// Paths of the new state that a moved or renamed symbol of the old one explains.
  private var explained: Set<String> = []

  private init(_ old: ApiOutline, _ new: ApiOutline) {
    self.old = old
    self.new = new
    types = TypeComparison(old, new)
  }

  /// The changes, ordered by effect, the worst first, then by symbol.
  package static func changes(from old: ApiOutline, to new: ApiOutline) -> [ApiChange] {
    var comparison = ApiComparison(old, new)
    comparison.run()
    return InheritedChanges.fold(comparison.changes, in: new).sorted { left, right in
      if left.effect != right.effect { return left.effect > right.effect }
      if left.symbol != right.symbol { return Paths.precedes(left.symbol, right.symbol) }
      return (left.newPlace?.range.start ?? 0, left.kind.rawValue, left.detail ?? "")
        < (right.newPlace?.range.start ?? 0, right.kind.rawValue, right.detail ?? "")
    }
  }

  private mutating func run() {
    var gone: [ApiSymbol] = []
    for symbol in old.symbols where !symbol.isHidden {
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
    reportAdditions()
  }

  /// What a caller gets by a path of the old state.
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

  /// A second path to something that is still reached by another.
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
      changes.append(change)
    }
  }

  /// What is new: a module with all that is in it is one addition.
  private mutating func reportAdditions() {
    let fresh = new.symbols.filter { symbol in
      !symbol.isHidden && !explained.contains(symbol.path)
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

/// Paths as callers write them.
enum ModulePaths {
  /// The outermost of some modules that a path lies in, or is.
  static func outermost(of path: String, among modules: Set<String>) -> String? {
    guard !modules.isEmpty else { return nil }
    var prefix = ""
    for part in path.split(separator: ".") {
      prefix += prefix.isEmpty ? String(part) : ".\(part)"
      if modules.contains(prefix) { return prefix }
    }
    return nil
  }

  /// The path without its last part.
  static func parent(_ path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(path[..<dot])
  }
}
