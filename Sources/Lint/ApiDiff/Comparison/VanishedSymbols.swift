import LintSourceText

/// Classifies symbols that are missing from the new state: moved, renamed, unlisted or removed.
struct VanishedSymbols {
  private let gone: [ApiSymbol]
  private let old: ApiOutline
  private let new: ApiOutline
  private(set) var changes: [ApiChange] = []
  /// Paths of the new state that are accounted for.
  private(set) var explained: Set<String> = []
  /// Symbols found under a new path, still to be compared.
  private(set) var pairs: [(ApiSymbol, ApiSymbol)] = []
  /// Public symbols of the new state that the old one did not have, by last name.
  private var fresh: [String: [ApiSymbol]] = [:]

  init(_ gone: [ApiSymbol], old: ApiOutline, new: ApiOutline) {
    self.gone = gone
    self.old = old
    self.new = new
    for symbol in new.symbols where !symbol.isHidden {
      let isOld = ([symbol.path] + symbol.aliases).contains { old[$0].map { !$0.isHidden } ?? false }
      if !isOld { fresh[symbol.name, default: []].append(symbol) }
    }
  }

  mutating func explain() {
    let modules = Set(gone.filter { $0.kind == .module && new.stillReaches($0.path) == nil }.map(\.path))
    var lost: [String: [ApiSymbol]] = [:]
    var moved: [String: [String: Int]] = [:]
    var unlisted: [String: [ApiSymbol]] = [:]
    for symbol in gone where symbol.kind != .module {
      // Who asks for it may still get it.
      if new.servesUnlisted(ModulePaths.parent(symbol.path)) { continue }
      let paths = [symbol.path] + symbol.aliases
      let module = ModulePaths.outermost(of: symbol.path, among: modules)
      if let place = newPlace(of: symbol) {
        explained.insert(place.path)
        pairs.append((symbol, place))
        // The old module may hand the name on without offering it.
        if paths.contains(where: { new.stillReaches($0) == .symbol }) { continue }
        if let module {
          moved[module, default: [:]][ModulePaths.parent(place.path), default: 0] += 1
        } else {
          report(.moved, symbol, place, "'\(symbol.path)' moved to '\(place.path)'")
        }
      } else if paths.contains(where: { new.stillReaches($0) == .symbol }) {
        unlisted[ModulePaths.parent(symbol.path), default: []].append(symbol)
      } else if let module {
        lost[module, default: []].append(symbol)
      } else if let successor = renamed(symbol) {
        explained.insert(successor.path)
        pairs.append((symbol, successor))
        // A Swift function under other labels: its parameters tell.
        if symbol.name.contains("("), symbol.baseName == successor.baseName { continue }
        report(.renamed, symbol, successor, "'\(symbol.path)' was renamed to '\(successor.path)'")
      } else {
        report(.removed, symbol, nil, "'\(symbol.path)' was removed")
      }
    }
    for (module, symbols) in unlisted.sorted(by: { $0.key < $1.key }) { reportUnlisted(symbols, in: module) }
    for module in gone where module.kind == .module && modules.contains(module.path) {
      guard ModulePaths.outermost(of: module.path, among: modules) == module.path else { continue }
      reportModule(module, lost: lost[module.path] ?? [], moved: moved[module.path] ?? [:])
    }
  }

  private mutating func reportUnlisted(_ symbols: [ApiSymbol], in module: String) {
    let names = symbols.prefix(3).map { "'\($0.name)'" }.joined(separator: ", ") + (symbols.count > 3 ? ", ..." : "")
    var change = ApiChange(
      .unlisted, symbols.count == 1 ? symbols[0].path : module,
      "'\(module)' no longer exports \(names)\(symbols.count > 3 ? " (\(symbols.count) names)" : ""); importing "
        + "\(symbols.count == 1 ? "it" : "them") by name still works")
    change.count = symbols.count
    change.oldPlace = symbols[0].place
    change.newPlace = new[module]?.place
    changes.append(change)
  }

  /// One change for a module, however much was in it.
  private mutating func reportModule(_ module: ApiSymbol, lost: [ApiSymbol], moved: [String: Int]) {
    let count = moved.values.reduce(0, +)
    let target = moved.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let refusal = ([module.path] + module.aliases).compactMap { new.refusals[$0] }.first
    var message =
      refusal.map { "the module '\(module.path)' can no longer be imported: it raises \($0)" }
      ?? "the module '\(module.path)' was removed"
    if let target, count > 0 {
      explained.insert(target)
      message += "; \(count == 1 ? "one" : "\(count)") of its names \(count == 1 ? "is" : "are") now in '\(target)'"
      if moved.count > 1 { message += " and \(moved.count - 1) more place\(moved.count == 2 ? "" : "s")" }
    }
    if !lost.isEmpty {
      let names = lost.prefix(3).map { "'\($0.name)'" }.joined(separator: ", ")
      message +=
        "; \(lost.count) name\(lost.count == 1 ? "" : "s") \(lost.count == 1 ? "was" : "were") removed with it: "
      message += names + (lost.count > 3 ? ", ..." : "")
    }
    var change = ApiChange(
      lost.isEmpty && count > 0 ? .moved : .removed, module.path, message, before: "module \(module.path)",
      after: lost.isEmpty ? target.map { "module \($0)" } : nil)
    change.count = max(1, lost.count + count)
    change.announce(announcement(of: module))
    change.oldPlace = module.place
    change.newPlace = target.flatMap { new[$0]?.place }
    changes.append(change)
  }

  private mutating func report(_ kind: ApiChange.Kind, _ before: ApiSymbol, _ after: ApiSymbol?, _ message: String) {
    var change = ApiChange(
      kind, before.path, message, before: ApiSignature.text(before), after: after.map(ApiSignature.text))
    if change.isRemoval { change.announce(announcement(of: before)) }
    change.oldPlace = before.place
    change.newPlace = after?.place
    changes.append(change)
  }

  /// The deprecation notice of a removed name; nil if there was none.
  private func announcement(of symbol: ApiSymbol) -> String? {
    if symbol.traits.contains(.deprecated) { return symbol.deprecation ?? "" }
    return ([symbol.path] + symbol.aliases).compactMap { old.deprecatedPaths[$0] }.first
  }

  /// The same name at another, new path.
  private func newPlace(of symbol: ApiSymbol) -> ApiSymbol? {
    let candidates = (fresh[symbol.name] ?? []).filter { $0.kind == symbol.kind && !explained.contains($0.path) }
    guard symbol.kind != .attribute || candidates.count == 1 else { return nil }
    return candidates.max { likeness(symbol, $0) < likeness(symbol, $1) }.flatMap {
      likeness(symbol, $0) >= 0.5 ? $0 : nil
    }
  }

  /// How much two symbols of one name have in common, from 0 to 1.
  private func likeness(_ left: ApiSymbol, _ right: ApiSymbol) -> Double {
    switch left.kind {
    case .type: Self.share(Set(left.members.map(\.name)), Set(right.members.map(\.name)))
    case .function:
      // In another order the parameters are those of another function.
      right.parameters.map(\.name).starts(with: left.parameters.map(\.name).prefix(2))
        ? Self.share(Set(left.parameters.map(\.name)), Set(right.parameters.map(\.name))) : 0
    default: left.value == right.value ? 1 : 0
    }
  }

  private static func share(_ left: Set<String>, _ right: Set<String>) -> Double {
    let union = left.union(right)
    return union.isEmpty ? 1 : Double(left.intersection(right).count) / Double(union.count)
  }

  /// A new name in the same module for a symbol that looks the same.
  private func renamed(_ symbol: ApiSymbol) -> ApiSymbol? {
    let module = ModulePaths.parent(symbol.path)
    let candidates = fresh.values.joined().filter {
      ModulePaths.parent($0.path) == module && !explained.contains($0.path) && $0.kind == symbol.kind
    }
    return RenameMatcher.best(for: symbol, among: candidates)
  }
}
